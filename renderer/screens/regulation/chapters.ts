import type { Article } from '../../../shared/regulation/article.ts';

export interface Part {
  section: string | null;
  articles: Article[];
}
export interface Chapter {
  title: string;
  parts: Part[];
}

/** The articles under their chapters (章) and sections (节), in order; a chapter without sections has one part. */
export function chaptersOf(articles: readonly Article[]): Chapter[] {
  const chapters: Chapter[] = [];
  for (const article of articles) {
    let chapter = chapters.at(-1);
    if (chapter?.title !== article.chapter) chapters.push((chapter = { title: article.chapter, parts: [] }));
    const section = article.section ?? null;
    let part = chapter.parts.at(-1);
    if (part === undefined || part.section !== section) chapter.parts.push((part = { section, articles: [] }));
    part.articles.push(article);
  }
  return chapters;
}
