import markUrl from '/favicon.svg';

export function Logo() {
  return (
    <span className="dragoman-logo" title="Dragoman: one GraphQL endpoint in front of all your SQL databases">
      <img src={markUrl} alt="" width="20" height="20" />
      Dragoman
    </span>
  );
}
