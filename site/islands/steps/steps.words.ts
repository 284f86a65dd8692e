import { defineWords } from "#content/words.ts";

export const stepsWords = defineWords("steps", {
  stepDidNot: " Step {number} did not.",
  whereYouLeftOff: "Where you left off",
  ofStepsWorked: {
    one: ": {count} of {total} steps worked, {when}.{failed}",
    other: ": {count} of {total} steps worked, {when}.{failed}",
  },
  forgetThis: "Forget this",
  goOnAtStep: "Go on at step {number}",
  startAgain: "Start again",
  youStoppedAtStep: "You stopped at step {number} {when}. ",
  goOnThere: "Go on there",
  everyStepWorked: "Every step worked {when}. ",
  stepWorkedNamed: "Step {number} worked: {title}",
  stepFailedNamed: "Step {number} did not work: {title}",
  stepWorked: "Step {number} worked.",
  stepFailed: "Step {number} did not work. Help for it is right below.",
  or: ", or ",
  startAgainShort: "start again",
});
