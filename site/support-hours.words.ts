import { defineWords } from "#content/words.ts";

export const supportHoursWords = defineWords("supportHours", {
  all: "Answers within {within}, {days}, {from} to {to} in {city}.",
  within: { one: "{count} working hour", other: "{count} working hours" },
  span: "{first} to {last}",
});
