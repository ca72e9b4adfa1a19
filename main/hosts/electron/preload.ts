import { contextBridge } from 'electron';

// Plain data only: the page has one way to the workstation, fetch, and needs no function from here.
contextBridge.exposeInMainWorld('desktop', { host: 'electron' });
