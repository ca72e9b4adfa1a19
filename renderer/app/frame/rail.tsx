import { Link, useNavigate } from '@tanstack/react-router';
import { useKey } from '../../ui/keys.ts';

const PLACES = [
  { to: '/', name: '今日' },
  { to: '/households', name: '一户式' },
  { to: '/cases', name: '案件' },
  { to: '/archive', name: '归档' },
  { to: '/handover', name: '移送' },
  { to: '/supervision', name: '监督' },
  { to: '/regulation', name: '制度' },
  { to: '/settings', name: '设置' },
] as const;

type PlaceTo = (typeof PLACES)[number]['to'];

/** The rail at the left; Alt+1…8 go to its places. */
export function Rail({ path }: { path: string }) {
  return (
    <nav className="rail" aria-label="主导航" data-pane>
      {PLACES.map(({ to, name }, index) => {
        const here = to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`);
        return (
          <Link key={to} to={to} className="rail-place" aria-current={here ? 'page' : undefined}>
            {name}
            <kbd aria-hidden>{index + 1}</kbd>
            <RailKey digit={index + 1} to={to} />
          </Link>
        );
      })}
    </nav>
  );
}

function RailKey({ digit, to }: { digit: number; to: PlaceTo }) {
  const navigate = useNavigate();
  useKey(`Alt+${digit}`, () => void navigate({ to }));
  return null;
}
