import { EmptyState } from './empty-state.tsx';

/** What is shown of the cases to who opens people, units and settings alone. */
export const NoContentKey = () => (
  <div data-ready="no-content">
    <EmptyState
      title="您的密钥不打开案卷。"
      why="系统管理员只管人员、科室、设置、备份和故障记录；案卷由窗口、承办人、承办单位负责人、法规科、分管领导和档案员查阅。兼任这些岗位的，由法规科或者分管领导同意后登记。"
      article={42}
    />
  </div>
);
