import { gap, inertLine, plainMarkdown } from "./inert-text";

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

export const markdown: Dialect = {
  text: (plain) => plainMarkdown(bounded(plain)),
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
    inertLine(bounded(plain))
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

const longest = 600;

/** What is longer is cut: a message is to be read. */
function bounded(plain: string): string {
  const letters = [...plain.trim()];
  return letters.length > longest ? `${letters.slice(0, longest).join("")}…` : plain;
}
