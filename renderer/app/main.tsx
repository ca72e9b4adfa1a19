import { createRoot } from 'react-dom/client';
import '../ui/theme/base.css';
import '../ui/theme/controls.css';
import { InChinese } from '../ui/in-chinese.tsx';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <InChinese>
    <App />
  </InChinese>,
);
