import { defineWords } from "#content/words.ts";

export const productWords = defineWords("product", {
  fields: {
    email: "e-mail address",
    first_name: "first name",
    last_name: "last name",
    full_name: "full name",
    phone: "phone",
    company: "company",
    referral_code: "referral code",
    referral_link: "referral link",
    referred_by: "referrer’s name",
    campaign: "campaign",
    message: "message",
    is_first_time: "first-time mark (yes or no)",
  },
  policies: {
    update: "Update",
    skip: "Do nothing",
    duplicate: "Make a duplicate",
  },
});
