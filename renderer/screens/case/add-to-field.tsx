import { useState } from 'react';
import type { Exhibit } from '../../../shared/case-file.ts';
import type { Field } from '../../../shared/template/template.ts';
import { Camera } from '../../parts/uploads/camera.tsx';
import { idsOf } from '../../parts/fields/field-input-props.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { UploadList } from '../../parts/uploads/upload.tsx';
import { useUploads } from '../../parts/uploads/uploads.ts';
import { useRight } from '../../data/rights.ts';
import { firstDetails } from './exhibit-details.ts';
import { paperWithEdits } from './paper-drafts.ts';
import css from './paper-form.module.css';
import { useCaseWork } from './use-case-work.ts';

/** Takes files and photos into the case right at the field that names them as proof, and puts them into it. */
export function AddToField({ paperId, field }: { paperId: string; field: Field }) {
  const { file, drafts, refresh } = useCaseWork();
  const [camera, setCamera] = useState(false);
  const reason = useRight('evidence.begin');
  const paper = file.papers.find(({ id }) => id === paperId);
  const admit = async (exhibit: Exhibit): Promise<void> => {
    await refresh();
    const draft = drafts.snapshot().get(paperId);
    if (draft === undefined) return;
    drafts.edit(paperId, field.key, [...idsOf(paperWithEdits(draft).values[field.key]), exhibit.id]);
    await drafts.flush(paperId);
  };
  const uploads = useUploads({
    owner: `field ${paperId} ${field.key}`,
    caseId: file.case.id,
    detailsOf: (added) => ({ ...firstDetails(added, paper), proves: field.label }),
    onAdmitted: (exhibit) => void admit(exhibit),
  });
  return (
    <div className={css.addHere}>
      <FileButton kind="quiet" data-testid={`add-to-${field.key}`} reason={reason} onFiles={uploads.add}>
        添加文件
      </FileButton>
      <ReasonButton kind="quiet" data-testid={`photo-to-${field.key}`} reason={reason} onClick={() => setCamera(true)}>
        拍照
      </ReasonButton>
      <UploadList items={uploads.items} onDrop={uploads.drop} />
      {camera && (
        <Camera
          stillDevice={file.office.stillDevice}
          onClose={() => setCamera(false)}
          onPhoto={(photo) => uploads.add([photo])}
        />
      )}
    </div>
  );
}
