/** The columns of a gap that no build has closed, or not any more. */
export const NOT_CLOSED = { closedBy: null, closedAt: null, closedArticle: null } as const;
