/** What a choice of tab is known by: its CRM, or else its label as it is. A slug of it would take "C" and "C++" for one. */
export const choiceOf = (label: string, integration?: string): string => integration ?? label.trim().toLowerCase();
