/** The part of the stream that is a platform's view. The prefix keeps its name apart from those of the other parts. */
export function viewPart(platform: string): string {
  return `view/${platform}`;
}
