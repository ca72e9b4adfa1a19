import type { Template } from '../../../../shared/template/template.ts';
import type { Column } from '../../../ui/list-columns.ts';

/** The paper of a row, with the field of work and the stage it belongs to. */
export const templateColumn = <Row extends { template: Template }>(width: string): Column<Row> => ({
  title: '文书',
  width,
  cell: ({ template }) => (
    <>
      {template.name}
      <p className="second">
        {template.domain}　{template.stage}
      </p>
    </>
  ),
});
