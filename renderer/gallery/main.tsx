import { createRoot } from 'react-dom/client';
import '../ui/theme/base.css';
import { InChinese } from '../ui/in-chinese.tsx';
import { Gallery } from './gallery.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <InChinese>
    <Gallery />
  </InChinese>,
);
