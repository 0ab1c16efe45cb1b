import type { AppState, Notice } from './state.ts';

/** The notices with one more; an older one with its id gives way to it. */
export const withNotice = ({ notices }: Pick<AppState, 'notices'>, notice: Notice): Pick<AppState, 'notices'> => ({
  notices: [...notices.filter(({ id }) => id !== notice.id), notice],
});

export const withoutNotice = ({ notices }: Pick<AppState, 'notices'>, id: string): Pick<AppState, 'notices'> => ({
  notices: notices.filter((notice) => notice.id !== id),
});
