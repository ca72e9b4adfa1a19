import Archive from 'lucide-react/icons/archive';
import BookOpen from 'lucide-react/icons/book-open';
import Building from 'lucide-react/icons/building-2';
import Calendar from 'lucide-react/icons/calendar';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import Circle from 'lucide-react/icons/circle';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleDot from 'lucide-react/icons/circle-dot';
import Clock from 'lucide-react/icons/clock';
import Eye from 'lucide-react/icons/eye';
import FileText from 'lucide-react/icons/file-text';
import Folder from 'lucide-react/icons/folder';
import HardDrive from 'lucide-react/icons/hard-drive';
import Image from 'lucide-react/icons/image';
import Inbox from 'lucide-react/icons/inbox';
import LibraryBig from 'lucide-react/icons/library-big';
import Menu from 'lucide-react/icons/menu';
import MessagesSquare from 'lucide-react/icons/messages-square';
import Mic from 'lucide-react/icons/mic';
import Minus from 'lucide-react/icons/minus';
import Pencil from 'lucide-react/icons/pencil';
import ScanLine from 'lucide-react/icons/scan-line';
import Send from 'lucide-react/icons/send';
import Settings from 'lucide-react/icons/settings';
import Signature from 'lucide-react/icons/signature';
import SquareCheck from 'lucide-react/icons/square-check-big';
import Undo from 'lucide-react/icons/undo-2';
import Video from 'lucide-react/icons/video';
import X from 'lucide-react/icons/x';
import css from './icon.module.css';

/** By what they say: places of the rail, kinds of records, states, and the few marks of the widgets. */
const icons = {
  today: Inbox,
  desk: SquareCheck,
  cases: Folder,
  households: Building,
  tray: ScanLine,
  archive: Archive,
  handover: Send,
  supervision: Eye,
  regulation: BookOpen,
  settings: Settings,
  paper: FileText,
  record: MessagesSquare,
  picture: Image,
  film: Video,
  sound: Mic,
  volume: LibraryBig,
  write: Pencil,
  sign: Signature,
  back: Undo,
  clock: Clock,
  disk: HardDrive,
  done: Check,
  now: CircleDot,
  later: Circle,
  needless: Minus,
  problem: CircleAlert,
  chevron: ChevronDown,
  before: ChevronLeft,
  after: ChevronRight,
  calendar: Calendar,
  close: X,
  menu: Menu,
} as const;

export type IconName = keyof typeof icons;
export const iconNames = Object.keys(icons) as IconName[];

/** A drawing beside words, never in their place; readers do not hear it. 16 px, in the rail 18. */
export function Icon({ name, size = 16, className = '' }: { name: IconName; size?: 16 | 18; className?: string }) {
  const Drawing = icons[name];
  return (
    <Drawing
      size={size}
      strokeWidth={1.5}
      absoluteStrokeWidth
      className={`${size === 16 ? css.plain : css.rail} ${className}`}
      aria-hidden
    />
  );
}
