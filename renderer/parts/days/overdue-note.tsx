/** How many there are, and first how many of them are overdue. */
export const OverdueNote = ({ overdue, count, unit }: { overdue: number; count: number; unit: string }) =>
  overdue === 0 ? (
    `${count} ${unit}`
  ) : (
    <strong className="harm">
      {overdue} {unit}逾期，共 {count} {unit}
    </strong>
  );
