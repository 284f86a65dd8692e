import { firstOfGroup } from "../../../word-set.ts";

const FORMS = `begin began begun|break broke broken|bring brought|build built|buy bought purchase purchased|choose chose chosen choice|
deal dealt|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt|fight fought|find found|fly flew flown flight|
forget forgot forgotten|get got gotten|grow grew grown growth|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|
lead led|leave left|lend lent|lie lay lain|lose lost loss|meet met|pay paid payment|read reading|rise rose risen|run ran|see saw seen|
sell sold sale sales|send sent|shake shook|show showed shown|sing sang sung song|sink sank|sit sat|sleep slept|speak spoke spoken speech|
spend spent|stand stood|steal stole stolen|swim swam|teach taught|tell told|think thought|throw threw thrown|understand understood|
wear wore worn|win won winner|write wrote written writer|child children|man men|woman women|person people|foot feet|tooth teeth|life lives live|
die died death dead|born birth|strong strength|long length|high height|wide width|deep depth|hot heat|choose selection|
marry married marriage|analyse analyze analysis|believe belief|prove proof|behave behaviour behavior|centre center central|
colour color|organise organize organisation organization|licence license|cheque check|programme program|catalogue catalog|
four fourth|freeze froze frozen|bear bore borne|bind bound|bite bit|bleed bled|blow blew blown|swear swore sworn|tear tore torn|
vary various variation|apply application applicable|reply replied response respond|describe description|receive receipt received|
destroy destruction|decide decision|divide division|extend extension extent|include inclusion|introduce introduction|explode explosion|
compare comparison|permit permission|maintain maintenance|pronounce pronunciation|succeed success successful|solve solution|
sign-in login logon|mail email e-mail|phone telephone|photo photograph|advert advertisement|app application|info information|
admin administrator administration|docs documentation|config configuration|setup|auto automatic automatically|max maximum|min minimum`;

/** Forms of one word that no ending explains, and spellings: each leads to the group's first. */
export const IRREGULAR = firstOfGroup(FORMS);
