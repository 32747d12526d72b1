/**
 * The little of markdown that cards use: bold, italic, links, line breaks, escapes. The text may come from anywhere,
 * so everything is escaped first and only these few tags are ever written.
 */
export function markdownToHtml(markdown: string): string {
  const escaped = escapeHtml(markdown).replace(escapes, (_, mark: string) => `&#${mark.charCodeAt(0)};`);
  const linked = escaped.replace(link, linkHtml);
  const marked = linked
    .replace(bold, (_, stars: string | undefined, lines: string | undefined) => `<strong>${stars ?? lines}</strong>`)
    .replace(italic, '$1<em>$2</em>')
    .replace(mention, '<span class="mention">$1</span>');
  return `<p>${marked.replace(/\r?\n/g, '<br>')}</p>`;
}

const escapes = /\\([\\`*_{}[\]()#+\-.!|~])/g;
const link = /\[([^\]\n]+)\]\((https:\/\/[^\s)]+)\)/g;
const bold = /\*\*(?=\S)(.+?)(?<=\S)\*\*|__(?=\S)(.+?)(?<=\S)__/g;
/** An underscore inside a word is part of a name, not emphasis. */
const italic = /(^|[^\p{L}\p{N}_&/=])_(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}_])/gu;
const mention = /&lt;at&gt;(.+?)&lt;\/at&gt;/g;

function linkHtml(_: string, text: string, address: string): string {
  const quiet = address.replace(/[_*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);
  return `<a href="${quiet}">${text}</a>`;
}

/** Links leave the page alone: a new tab, which cannot reach back. */
export function openLinksOutside(container: Element): void {
  for (const anchor of container.querySelectorAll('a')) {
    anchor.target = '_blank';
    anchor.rel = 'noopener noreferrer';
  }
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (mark) => names[mark] ?? mark);
}
