/** Messages of a part of the viewer: `build/messages.ts`. */
declare module '*.ftl?part=embed' {
  const text: string;
  export default text;
}
declare module '*.ftl?part=viewer' {
  const text: string;
  export default text;
}

/** The faces of Noto Sans: `build/fonts.ts`. */
declare module 'virtual:fonts.css';
