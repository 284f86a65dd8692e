/** What writers know from Starlight, Docusaurus, Mintlify and GitBook, and what stands in its place here. */
const NOTE = '<Callout kind="note">';
const WARNING = '<Callout kind="warning">';
const LINKS = "a list of links";
const FOLD = "<details> with a <summary> in it, or <Troubleshoot> for what may go wrong";
const PICTURE = "![what it shows](picture.png), or <Figure> for a drawing";
const FILM = "a link to it";

export const foreignBlocks: ReadonlyMap<string, string> = new Map([
  ...["Aside", "Note", "Info", "Admonition", "Hint"].map((name) => [name, NOTE] as const),
  ...["Warning", "Caution", "Danger"].map((name) => [name, WARNING] as const),
  ...["Card", "CardGrid", "CardGroup", "Cards", "LinkCard", "LinkButton"].map((name) => [name, LINKS] as const),
  ...["Accordion", "AccordionGroup", "Expandable", "Details"].map((name) => [name, FOLD] as const),
  ...["Frame", "Image", "ThemedImage"].map((name) => [name, PICTURE] as const),
  ...["YouTube", "Vimeo", "Iframe"].map((name) => [name, FILM] as const),
  ...["Snippet", "Render", "Include", "Partial"].map(
    (name) => [name, '<Part name="…" />, with the passage in parts/'] as const,
  ),
  ["Tip", '<Callout kind="tip">'],
  ["TabItem", '<Tab label="…">'],
  ["CodeGroup", "<Tabs>, with each piece of code in a <Tab>"],
  ["Code", "code between ``` and ```"],
  ["FileTree", "the files between ``` and ```"],
  ["Badge", "the word itself"],
  ["Icon", "nothing, or a word"],
  ["Link", "[words](address)"],
]);
