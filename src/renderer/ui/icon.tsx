import type { ReactNode } from 'react';

/** Line icons on a 16-pixel grid, drawn with the text's colour. */
const paths = {
  articles: <path d="M3 2.5h7l3 3v8H3zM10 2.5v3h3M5.5 8h5M5.5 10.5h5" />,
  search: <path d="M7 2.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 0 1 0-9zM10.4 10.4l3.1 3.1" />,
  star: <path d="M8 2.2l1.8 3.7l4 .6l-2.9 2.8l.7 4L8 11.4l-3.6 1.9l.7-4L2.2 6.5l4-.6z" />,
  tag: <path d="M2.5 2.5h5l6 6l-5 5l-6-6zM5.2 5.2h.01" />,
  note: <path d="M3 2.5h10v7l-4 4H3zM13 9.5H9v4M5.5 5.5h5M5.5 8h2.5" />,
  chart: <path d="M2.5 13.5h11M4.5 11V7M8 11V3M11.5 11V5.5" />,
  settings: (
    <path d="M2.5 4.5h5M11 4.5h2.5M9 3v3M2.5 8h1.5M7.5 8h6M6 6.5v3M2.5 11.5h6M12 11.5h1.5M10.3 10v3" />
  ),
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  back: <path d="M10 3L5 8l5 5" />,
  forward: <path d="M6 3l5 5l-5 5" />,
  theme: <path d="M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11" />,
  more: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />,
  close: <path d="M4 4l8 8M12 4l-8 8" />,
  plus: <path d="M8 3v10M3 8h10" />,
  import: <path d="M8 2.5v8M5 7.5l3 3l3-3M2.5 11v2.5h11V11" />,
  export: <path d="M8 10.5v-8M5 5.5l3-3l3 3M2.5 11v2.5h11V11" />,
  trash: <path d="M3 4.5h10M6 4.5v-2h4v2M4.5 4.5l.5 9h6l.5-9M6.7 7v4M9.3 7v4" />,
  sort: <path d="M5 3v10M2.5 10.5L5 13l2.5-2.5M9 4h4.5M9 8h3.5M9 12h2" />,
  filter: <path d="M2.5 3h11l-4.2 5v5l-2.6-1.5V8z" />,
  check: <path d="M3 8.5l3.5 3.5L13 4.5" />,
  highlighter: <path d="M9.5 2.5l4 4l-6 6h-4v-4zM2.5 14h11M7.5 4.5l4 4" />,
  panel: <path d="M2.5 3h11v10h-11zM10 3v10" />,
  list: <path d="M2.5 3h11v10h-11zM6 3v10" />,
  panes: <path d="M2.5 3h11v10h-11zM8 3v10" />,
  swap: <path d="M2.5 5.5h11M10.5 2.5l3 3l-3 3M13.5 10.5h-11M5.5 7.5l-3 3l3 3" />,
  undo: <path d="M5.5 3L2.5 6l3 3M2.5 6h7a4 4 0 0 1 0 7.5H7" />,
  redo: <path d="M10.5 3l3 3l-3 3M13.5 6h-7a4 4 0 0 0 0 7.5H9" />,
  text: <path d="M3 4V3h10v1M8 3v10M6 13h4" />,
  edit: <path d="M10.5 3l2.5 2.5l-7.5 7.5H3v-2.5zM9 4.5L11.5 7" />,
  quote: (
    <path d="M3 8.5h3.5V12H3zM3 8.5c0-2.5 1-4 3-4.5M9.5 8.5H13V12H9.5zM9.5 8.5c0-2.5 1-4 3-4.5" />
  ),
  bold: <path d="M5 3h4a2.4 2.4 0 0 1 0 5H5zM5 8h4.8a2.5 2.5 0 0 1 0 5H5z" />,
  italic: <path d="M7 3h4M5 13h4M9.5 3l-3 10" />,
  bullets: <path d="M3 4.5h.01M3 8h.01M3 11.5h.01M6 4.5h7.5M6 8h7.5M6 11.5h7.5" />,
  numbers: <path d="M2.5 3.5l1-.5v3M2.5 10h1.5l-1.5 3h1.5M6.5 4.5h7M6.5 8h7M6.5 11.5h7" />,
  tasks: <path d="M2.5 4l1 1L5.5 3M2.5 11l1 1l2-2M7.5 4.5h6M7.5 11.5h6" />,
  table: <path d="M2.5 3h11v10h-11zM2.5 6.5h11M2.5 10h11M6.5 3v10" />,
  link: (
    <path d="M7 9l2-2M6.5 5.5l2-2a2.5 2.5 0 0 1 4 4l-2 2M9.5 10.5l-2 2a2.5 2.5 0 0 1-4-4l2-2" />
  ),
  code: <path d="M5.5 4.5L2 8l3.5 3.5M10.5 4.5L14 8l-3.5 3.5" />,
  heading: <path d="M4 3v10M12 3v10M4 8h8" />,
  folder: <path d="M2.5 3.5h4l1.5 2h5.5v7.5h-11z" />,
  warning: <path d="M8 2.5l6 10.5H2zM8 6.5v3M8 11.3v.01" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

/** Decoration only: the control around it carries the name. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth="1.3"
      viewBox="0 0 16 16"
      width={size}
    >
      {paths[name]}
    </svg>
  );
}
