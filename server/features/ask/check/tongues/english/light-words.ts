import { wordSet } from "../../../word-set.ts";

/** Words that build a sentence and say little by themselves; a paraphrase is free in them. Polarity and numbers are held elsewhere. */
export const LIGHT_WORDS = wordSet(
  `a an the this that these those it its itself he him his she her hers they them their theirs we us our ours you your yours i me my
  himself herself themselves yourself who whom whose which what when where why how there here
  and or but nor so yet if then than as because since while whereas although though however also too therefore thus hence besides
  furthermore moreover additionally otherwise instead meanwhile finally lastly afterwards once until till unless whether
  of in on at to from by for with without within into onto upon over under about above below between among through during before
  after against along across around behind beside near off out up down per via towards toward like including regarding
  be is are was were been being am do does did doing done have has had having can could may might must shall should will would
  cannot not no never none neither only just even still already always every each any all some both either such same other others
  another more most less least very much many few several rather quite well again ever often usually sometimes
  get gets got getting make makes made making let lets go goes going went come comes came take takes took taken give gives given gave
  put use uses used using called named known refer refers referred mean means meant said say says call include includes included
  one ones thing things way ways kind type part certain etc according addition hand example instance order case fact ie eg please simply respectively specifically particularly currently
  need needs needed want wants able become becomes became seem seems consist consists
  ll ve re s t d m n`,
);
