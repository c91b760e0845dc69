/** How a text is written where it is to be read: what people typed comes out as they typed it. */
export type Dialect = {
  /** A text of whoever wrote it, in one line, without any effect. */
  text(plain: string): string;
  /** Around what this dialect has written. */
  strong(written: string): string;
  link(written: string, href: string): string;
  heading(written: string): string;
  point(written: string): string;
};

/** CommonMark, with GitHub's additions in mind: it makes links and mentions of bare texts. */
export const markdown: Dialect = {
  text: (plain) => inert(plain).replaceAll(/[\\`*_[\]<>#|~&$!^]/g, "\\$&"),
  strong: (written) => `**${written}**`,
  link: (written, href) => `[${written}](${href})`,
  heading: (written) => `## ${written}`,
  point: (written) => `- ${written}`,
};

/**
 * What Slack calls mrkdwn, which Mattermost and others take too. Its three signs are escaped, so
 * that neither `<!channel>` nor a link survives; it knows no escape for the others.
 */
export const mrkdwn: Dialect = {
  text: (plain) =>
    inert(plain)
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll("`", "ˋ")
      .replaceAll("*", "∗")
      .replaceAll("~", "∼")
      // Inside a word it has no effect.
      .replaceAll(/(?<![\p{L}\p{N}_])_+|_+(?![\p{L}\p{N}_])/gu, `${gap}$&${gap}`)
      .replaceAll("](", `]${gap}(`),
  strong: (written) => `*${written}*`,
  link: (written, href) => `<${href}|${written}>`,
  heading: (written) => `*${written}*`,
  point: (written) => `• ${written}`,
};

/** Has no width: where it stands nothing is recognised any more. */
const gap = "\u200b";
const longest = 600;

/** One line without control or direction signs, in which no address and no mention is recognised. */
function inert(plain: string): string {
  const line = plain
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/\p{Cf}/gu, "")
    .trim();
  const letters = [...line];
  const bounded = letters.length > longest ? `${letters.slice(0, longest).join("")}…` : line;
  return bounded
    .replaceAll("@", `@${gap}`)
    .replaceAll("://", `:/${gap}/`)
    .replaceAll(/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${gap}`);
}
