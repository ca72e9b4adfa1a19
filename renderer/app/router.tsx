import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { WIZARDS, type CaseAddress } from '../parts/cases/case-address.ts';
import { Frame } from './frame/frame.tsx';
import { ScreenFault } from './frame/screen-fault.tsx';
import { places } from './places.ts';
import css from './frame/frame.module.css';

const root = createRootRoute({ component: Frame });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const REGULATION_VIEWS = ['articles', 'steps', 'periods', 'checks'] as const;
const articleNumber = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 51 ? value : undefined;

const routes = [
  createRoute({
    getParentRoute: () => root,
    path: places.today.path,
    component: lazyRouteComponent(() => import('../screens/today/today-screen.tsx'), 'TodayScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.desk.path,
    component: lazyRouteComponent(() => import('../screens/desk/desk-screen.tsx'), 'DeskScreen'),
    /** The paper to begin with, and the case to go back to. */
    validateSearch: (search: Record<string, unknown>): { paper?: string | undefined; back?: string | undefined } => ({
      paper: text(search['paper']),
      back: text(search['back']),
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.households.path,
    component: lazyRouteComponent(() => import('../screens/households/households-screen.tsx'), 'HouseholdsScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.household.path,
    component: lazyRouteComponent(() => import('../screens/households/household-screen.tsx'), 'HouseholdScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.cases.path,
    component: lazyRouteComponent(() => import('../screens/case/cases-screen.tsx'), 'CasesScreen'),
    /** Whose cases to show. */
    validateSearch: (search: Record<string, unknown>): { officer?: string | undefined } => ({
      officer: text(search['officer']),
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.blanks.path,
    component: lazyRouteComponent(() => import('../screens/blanks/blanks-screen.tsx'), 'BlanksScreen'),
    /** The number to go to. */
    validateSearch: (search: Record<string, unknown>): { number?: string } => ({ number: text(search['number']) }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.case.path,
    component: lazyRouteComponent(() => import('../screens/case/case-screen.tsx'), 'CaseScreen'),
    /** What to show first, and the wizard to go back to. */
    validateSearch: (search: Record<string, unknown>): CaseAddress => ({
      paper: text(search['paper']),
      field: text(search['field']),
      step: text(search['step']),
      exhibit: text(search['exhibit']),
      question: text(search['question']),
      begin: search['begin'] === true || undefined,
      assign: search['assign'] === true || undefined,
      join: (['join', 'part'] as const).find((way) => way === search['join']),
      lead: text(search['lead']),
      back: WIZARDS.find((wizard) => wizard === search['back']),
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.tray.path,
    component: lazyRouteComponent(() => import('../screens/tray/tray-screen.tsx'), 'TrayScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.archive.path,
    component: lazyRouteComponent(() => import('../screens/archive/archive-screen.tsx'), 'ArchiveScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.archiveCase.path,
    component: lazyRouteComponent(() => import('../screens/archive/archive-case-screen.tsx'), 'ArchiveCaseScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.handover.path,
    component: lazyRouteComponent(() => import('../screens/handover/handover-screen.tsx'), 'HandoverScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.handoverCase.path,
    component: lazyRouteComponent(() => import('../screens/handover/handover-case-screen.tsx'), 'HandoverCaseScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.supervision.path,
    /** What is looked at first. */
    validateSearch: (search: Record<string, unknown>): { tab?: string } => ({ tab: text(search['tab']) }),
    component: lazyRouteComponent(() => import('../screens/supervision/supervision-screen.tsx'), 'SupervisionScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.regulation.path,
    component: lazyRouteComponent(() => import('../screens/regulation/regulation-screen.tsx'), 'RegulationScreen'),
    /** The article in hand; or a table, and the row of it to go to. */
    validateSearch: (
      search: Record<string, unknown>,
    ): { article?: number; view?: (typeof REGULATION_VIEWS)[number]; row?: string } => ({
      article: articleNumber(search['article']),
      view: REGULATION_VIEWS.find((view) => view === search['view']),
      row: text(search['row']),
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.settings.path,
    component: lazyRouteComponent(() => import('../screens/settings/settings-screen.tsx'), 'SettingsScreen'),
    /** The section that is open, and the row of it to go to. */
    validateSearch: (search: Record<string, unknown>): { section?: string; note?: string } => ({
      section: text(search['section']),
      note: text(search['note']),
    }),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.template.path,
    component: lazyRouteComponent(() => import('../screens/settings/templates/template-screen.tsx'), 'TemplateScreen'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: places.cause.path,
    component: lazyRouteComponent(() => import('../screens/settings/causes/cause-screen.tsx'), 'CauseScreen'),
  }),
] as const;

/** The addresses of the screens; each screen is a part of the program that loads when it is first opened. */
export function createAppRouter() {
  return createRouter({
    routeTree: root.addChildren(routes),
    defaultErrorComponent: ScreenFault,
    defaultNotFoundComponent: NotThere,
    defaultPreload: 'intent',
    scrollRestoration: false,
  });
}

function NotThere() {
  return <p className={css.notThere}>没有这个页面，请从左侧选一项。</p>;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
