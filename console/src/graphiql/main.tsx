import 'graphiql/style.css';
import './graphiql.css';
import './workers';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { GraphiQLPage } from './graphiql-page';

const root = document.getElementById('root');
if (root === null) throw new Error('graphiql.html has no #root');
createRoot(root).render(
  <StrictMode>
    <GraphiQLPage />
  </StrictMode>,
);
