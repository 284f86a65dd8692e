/** The reader's browser says so (Global Privacy Control): nothing is counted or kept of what they only look at. */
export const wantsPrivacy = (): boolean =>
  (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
