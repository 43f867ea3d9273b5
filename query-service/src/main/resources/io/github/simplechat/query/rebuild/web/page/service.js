/** What the service refused, or that it did not answer at all (status 0). */
export class Refused extends Error {
  constructor(status, problem = {}) {
    super(problem.detail ?? '');
    this.status = status;
    this.code = problem.code;
  }
}

const ROOT = new URL('../../v1/', import.meta.url);
const PROJECTIONS = 'admin/projections';
const KEPT = 'access-token';

/**
 * The endpoints of the service. The access token lives as long as its tab; the refresh token, which is good once, only
 * as long as the page, so that a copied tab does not use it a second time.
 */
export class Service {
  #access = sessionStorage.getItem(KEPT);
  #refresh = null;
  #renewing = null;

  get mayAsk() {
    return this.#access !== null;
  }

  use(accessToken, refreshToken = null) {
    this.#access = accessToken;
    this.#refresh = refreshToken;
    sessionStorage.setItem(KEPT, accessToken);
  }

  async logIn(username, password) {
    this.#take(await this.#json(await this.#send('POST', 'auth/login', { body: { username, password } })));
  }

  /** Forgets the tokens here at once, and then the session there. */
  async logOut() {
    const refreshToken = this.#refresh;
    this.#access = null;
    this.#refresh = null;
    sessionStorage.removeItem(KEPT);
    if (refreshToken !== null) {
      await this.#send('POST', 'auth/logout', { body: { refreshToken } });
    }
  }

  projections(signal) {
    return this.#ask('GET', PROJECTIONS, { signal });
  }

  generations(name, signal) {
    return this.#ask('GET', `${PROJECTIONS}/${encodeURIComponent(name)}/rebuilds`, { signal });
  }

  parked(name, signal) {
    return this.#ask('GET', `${PROJECTIONS}/${encodeURIComponent(name)}/parked`, { signal });
  }

  begin(name, anyway) {
    return this.#ask('POST', `${PROJECTIONS}/${encodeURIComponent(name)}/rebuilds?anyway=${anyway}`);
  }

  switchTo(name, generation) {
    return this.#ask('POST', `${PROJECTIONS}/${encodeURIComponent(name)}/switch`, { body: { generation } });
  }

  cancel(name, id) {
    return this.#ask('DELETE', `${PROJECTIONS}/${encodeURIComponent(name)}/rebuilds/${encodeURIComponent(id)}`);
  }

  retry(name, feed) {
    return this.#ask('POST', `${PROJECTIONS}/${encodeURIComponent(name)}/parked/${encodeURIComponent(feed)}/retries`);
  }

  /** A rebuild each time it has got further, until it ends or the connection does. */
  async *follow(name, id, signal) {
    const path = `${PROJECTIONS}/${encodeURIComponent(name)}/rebuilds/${encodeURIComponent(id)}`;
    const answer = await this.#authorized('GET', path, { signal, accept: 'text/event-stream' });
    let rest = '';
    for await (const piece of answer.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + piece).split('\n');
      rest = lines.pop();
      for (const line of lines) {
        if (line.startsWith('data:')) {
          yield JSON.parse(line.slice('data:'.length));
        }
      }
    }
  }

  async #ask(verb, path, options = {}) {
    return this.#json(await this.#authorized(verb, path, options));
  }

  async #authorized(verb, path, options) {
    try {
      return await this.#send(verb, path, { ...options, token: this.#access });
    } catch (refused) {
      if (refused.status !== 401 || this.#refresh === null) {
        throw refused;
      }
      this.#renewing ??= this.#renew().finally(() => { this.#renewing = null; });
      await this.#renewing;
      return this.#send(verb, path, { ...options, token: this.#access });
    }
  }

  async #renew() {
    const refreshToken = this.#refresh;
    this.#refresh = null;
    this.#take(await this.#json(await this.#send('POST', 'auth/refresh', { body: { refreshToken } })));
  }

  #take({ accessToken, refreshToken }) {
    this.use(accessToken, refreshToken);
  }

  async #send(verb, path, { body, token, signal, accept = 'application/json' }) {
    const headers = { Accept: accept };
    if (token) {
      headers.Authorization = `Bearer ${token}`;
    }
    if (body) {
      headers['Content-Type'] = 'application/json';
    }
    const answer = await fetch(new URL(path, ROOT), {
      method: verb,
      headers,
      body: body && JSON.stringify(body),
      signal,
      credentials: 'omit',
      cache: 'no-store',
    }).catch((failure) => {
      throw signal?.aborted ? failure : new Refused(0);
    });
    if (!answer.ok) {
      throw new Refused(answer.status, await answer.json().catch(() => ({})));
    }
    return answer;
  }

  async #json(answer) {
    return answer.json().catch((failure) => {
      throw failure instanceof SyntaxError ? new Refused(answer.status) : failure;
    });
  }
}
