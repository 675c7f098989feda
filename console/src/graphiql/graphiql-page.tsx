import { GraphiQL } from 'graphiql';
import { exampleTabs } from './example-tabs';
import { createDragomanFetcher } from './fetcher';
import { Logo } from './logo';
import { SchemaNotice } from './schema-notice';

const fetcher = createDragomanFetcher(window.location);

/** `JSON` takes anything; without this GraphiQL marks objects and arrays in the variables as wrong. */
const customScalarSchemas = { JSON: {}, JSONObject: { type: 'object' as const } };

export function GraphiQLPage() {
  return (
    <GraphiQL
      fetcher={fetcher}
      defaultTabs={exampleTabs}
      // Shown from the start: GraphiQL looks at the first tab only, and others have variables too.
      defaultEditorToolsVisibility
      customScalarSchemas={customScalarSchemas}
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <Logo />
      </GraphiQL.Logo>
      <SchemaNotice />
    </GraphiQL>
  );
}
