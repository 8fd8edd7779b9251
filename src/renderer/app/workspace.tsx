export function Workspace(_: { articleCount: number; info: unknown; settings: unknown }) {
  return null;
}
