/** Words, in any form, and what would turn a sentence round in their place. */
export const PAIRS = `before after|with without|enable disable|increase decrease|higher lower|high low|more less|more fewer|most least|first last|
largest smallest|larger smaller|large small|big small|highest lowest|above below|allow forbid|allow block|
allowed forbidden|include exclude|accept reject|accept refuse|approve reject|required optional|
mandatory optional|open close|open closed|start stop|begin end|add remove|create delete|same different|
internal external|public private|early late|earlier later|north south|northern southern|east west|
eastern western|minimum maximum|min max|on off|up down|inside outside|win lose|won lost|success failure|
succeed fail|succeeds fails|connect disconnect|lock unlock|install uninstall|show hide|visible hidden|true false|
yes no|always never|everyone nobody|everything nothing|all none|buy sell|send receive|import export|
upload download|read write|input output|old new|older newer|long short|longer shorter|fast slow|faster slower|
easy hard|easy difficult|safe dangerous|legal illegal|male female|men women|man woman|alive dead|hot cold|
warm cool|strong weak|rich poor|full empty|positive negative|plus minus|presence absence|present absent|
cause prevent|improve worsen|gain lose|rise fall|rose fell|permanent temporary|manual automatic|
manually automatically|single multiple|upper lower|upward downward|major minor|majority minority|credit debit|
deposit withdraw|enter leave|arrive depart|expand shrink|ascending descending|forward backward|active inactive|
online offline|necessary unnecessary|supported unsupported|possible impossible|valid invalid|able unable|
likely unlikely|known unknown|complete incomplete|correct incorrect|visible invisible|dependent independent|
regular irregular|mature immature|formal informal|direct indirect|happy unhappy|agree disagree|agree differ|appear disappear|
best worst|better worse|near far|wide narrow|deep shallow|thick thin|soft hard|wet dry|ancient modern|
former latter|former current|previous next|domestic foreign|local remote|rural urban|sweet sour|sunrise sunset|
summer winter|parent child|mother father|brother sister|son daughter|king queen|employer employee|buyer seller|
teacher student|doctor patient|increase reduce|encourage discourage|support oppose|attack defend|guilty innocent|
update delete|keep delete|keep remove|keep change|merge split|allow refuse|grant revoke|grant deny|
confirm cancel|attach detach|encrypt decrypt|activate deactivate|subscribe unsubscribe|
upgrade downgrade|recommend warn|protect expose`;

/** "valid" and "invalid", "subscribe" and "unsubscribe": one is the other with such a beginning. */
export const TURNING = ["un", "in", "im", "ir", "il", "dis", "non", "de", "mis"] as const;
