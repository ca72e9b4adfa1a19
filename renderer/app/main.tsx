import { createRoot } from 'react-dom/client';
import '../ui/theme/base.css';
import { InChinese } from '../ui/in-chinese.tsx';
import { watchPage } from '../data/page-faults.ts';
import { App } from './app.tsx';
import { AppFault } from './app-fault.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
watchPage();
createRoot(root).render(
  <AppFault>
    <InChinese>
      <App />
    </InChinese>
  </AppFault>,
);
