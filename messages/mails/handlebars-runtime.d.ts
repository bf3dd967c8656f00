// The package types only its compiler; this is the part of the runtime that precompiled templates need.
declare module 'handlebars/runtime.js' {
  export type Template = (
    view: object,
    options?: { partials: Readonly<Record<string, Template | undefined>> },
  ) => string;
  const Handlebars: { template(compiled: object): Template };
  export default Handlebars;
}
