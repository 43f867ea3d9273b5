import { Refused, Service } from './service.js';
import { LANGUAGE, duration, number, say, share, time, translate } from './words.js';

const LOOK = 1000;
const SHOWN = 8;
const service = new Service();
const followed = new Set();
const serving = new Map();
const find = (selector, within = document) => within.querySelector(selector);

let visit = new AbortController();

// --- showing: everything becomes text, nothing becomes markup ---

function write(part, text) {
  if (part.textContent !== text) {
    part.textContent = text;
  }
}

function fill(element, texts) {
  for (const part of element.querySelectorAll('[data-text]')) {
    if (part.closest('[data-key]') === element && part.dataset.text in texts) {
      write(part, texts[part.dataset.text] ?? '');
    }
  }
}

/** Shows items by elements made of a template; an element stays as long as its item, so the focus does. */
function list(parent, template, items, key, show) {
  const left = new Map([...parent.children].map((element) => [element.dataset.key, element]));
  items.forEach((item, place) => {
    const name = String(key(item));
    const element = left.get(name) ?? find(template).content.firstElementChild.cloneNode(true);
    left.delete(name);
    element.dataset.key = name;
    if (parent.children[place] !== element) {
      parent.insertBefore(element, parent.children[place] ?? null);
    }
    show(element, item);
  });
  left.forEach((element) => element.remove());
}

function showGeneration(row, one, projection) {
  const serves = one.generation === projection.generation;
  const running = one.state === 'running';
  const bar = find('progress', row);
  bar.hidden = !running;
  bar.value = one.progress;
  find('[data-do="switch"]', row).hidden =
    one.state !== 'differs' && (serves || running || !projection.kept.includes(one.generation));
  find('[data-do="cancel"]', row).hidden = !running && one.state !== 'differs';
  bar.setAttribute('aria-label', `${say('Progress')} ${projection.name} ${one.generation}`);
  fill(row, {
    generation: String(one.generation),
    state: say(serves ? 'serving' : one.state),
    error: one.error,
    progress: running ? progress(one) : '',
    compared: one.equal == null ? '' : say(one.equal ? 'equal' : 'different'),
    begun: time(one.startedAt),
    by: say(one.startedBy),
    switch: say(one.state === 'differs' ? 'Switch' : 'Switch back'),
  });
}

function progress(one) {
  const done = share(one.progress);
  return one.etaSeconds == null ? done : say('{}, {} left', done, duration(one.etaSeconds));
}

function showParked(row, feed) {
  fill(row, {
    feed: feed.feedId,
    event: feed.event,
    versions: feed.lastVersion == null
      ? say('from {}', number(feed.version))
      : say('{} to {}', number(feed.version), number(feed.lastVersion)),
    error: feed.error,
    since: time(feed.since),
    attempts: number(feed.attempts),
  });
}

function showProjection(section, projection) {
  fill(section, {
    name: projection.name,
    state: say(projection.state),
    generation: String(projection.generation),
    position: number(projection.position),
    head: number(projection.head),
    lag: duration(projection.lagMs / 1000),
    rate: say('{} events/s', number(projection.eventsPerSecond)),
    parked: number(projection.parked),
  });
  find('h2', section).id = `projection-${projection.name}`;
  section.setAttribute('aria-labelledby', `projection-${projection.name}`);
  list(
    find('.generations', section),
    '#generation',
    projection.generations.filter((one, place) => place < SHOWN || projection.kept.includes(one.generation)),
    (one) => one.id,
    (row, one) => showGeneration(row, one, projection),
  );
  find('.parked', section).hidden = projection.feeds.length === 0;
  list(find('.parked tbody', section), '#feed', projection.feeds, (feed) => feed.feedId, showParked);
}

/** Shows all; whoever had the focus on what is gone finds it at the head of the projection. */
function show(projections) {
  const focused = document.activeElement;
  const section = focused.closest('section');
  list(find('#projections'), '#projection', projections, (one) => one.name, showProjection);
  if (section !== null && (!focused.isConnected || focused.closest('[hidden]') !== null)) {
    find('h2', section).focus();
  }
}

const news = (text) => write(find('#news'), text);
const trouble = (text) => write(find('#trouble'), text);

const AWAY = 'The service does not answer; trying again.';
const REASONS = {
  'unauthenticated': 'Log in, please: the token is not valid, or no longer.',
  'forbidden': 'Projections are for administrators.',
  'rebuild-running': 'This is being built already.',
  'not-found': 'This is gone.',
};

function complain(failure) {
  if (!(failure instanceof Refused)) {
    throw failure;
  }
  trouble(failure.status === 0 || failure.status >= 500
    ? say(AWAY)
    : say(REASONS[failure.code] ?? (failure.message || 'The service refused this.')));
  if (failure.status === 401 || failure.code === 'forbidden') {
    leave();
  }
}

// --- looking: once a second at all of it, and along with what is being built ---

async function look(signal) {
  const projections = await service.projections(signal);
  await Promise.all(projections.map(async (one) => {
    one.generations = await service.generations(one.name, signal);
    one.feeds = one.parked === 0 ? [] : await service.parked(one.name, signal);
  }));
  signal.throwIfAborted();
  show(projections);
  for (const { name, generation, generations } of projections) {
    if (serving.has(name) && serving.get(name) !== generation) {
      news(say('{}: generation {} serves now.', name, generation));
    }
    serving.set(name, generation);
    generations.filter((one) => one.state === 'running').forEach((one) => follow(name, one.id, signal));
  }
  if (find('#trouble').textContent === say(AWAY)) {
    trouble('');
  }
}

async function keepLooking(signal) {
  while (!signal.aborted) {
    try {
      if (!document.hidden) {
        await look(signal);
      }
    } catch (failure) {
      if (!signal.aborted) {
        complain(failure);
      }
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK));
  }
}

/** Moves the progress bar of a rebuild; when the stream breaks, the next look begins another one. */
async function follow(name, id, signal) {
  const key = `${name}/${id}`;
  if (followed.has(key)) {
    return;
  }
  followed.add(key);
  try {
    for await (const one of service.follow(name, id, signal)) {
      const row = find(`[data-key="${CSS.escape(name)}"] .generations [data-key="${CSS.escape(id)}"]`);
      if (row !== null && one.state === 'running') {
        find('progress', row).value = one.progress;
        fill(row, { progress: progress(one) });
      }
      if (one.state === 'differs') {
        news(say('{}: generation {} differs from the one that serves.', name, one.generation));
      } else if (one.state === 'failed') {
        news(say('{}: generation {} has failed.', name, one.generation));
      }
    }
  } catch {
    // what is wrong is said by the next look, if it still is
  } finally {
    followed.delete(key);
  }
}

// --- doing ---

const DOING = {
  async begin(name, section) {
    const { generation } = await service.begin(name, find('[name="anyway"]', section).checked);
    return say('{}: generation {} is being built.', name, generation);
  },
  async switch(name, row) {
    const { generation } = await service.switchTo(name, Number(row.dataset.key));
    return say('{}: generation {} will serve once it has caught up.', name, generation);
  },
  async cancel(name, row) {
    const { generation } = await service.cancel(name, row.dataset.key);
    return say('{}: generation {} is cancelled.', name, generation);
  },
  async retry(name, row) {
    const { feedId, state } = await service.retry(name, row.dataset.key);
    return say(state === 'resumed' ? '{}: feed {} goes on.' : '{}: feed {} still cannot be taken in.', name, feedId);
  },
};

async function act(button) {
  if (button.ariaBusy !== null) {
    return;
  }
  button.ariaBusy = 'true';
  try {
    trouble('');
    news(await DOING[button.dataset.do](button.closest('section').dataset.key, button.closest('[data-key]')));
    await look(visit.signal);
  } catch (failure) {
    if (!visit.signal.aborted) {
      complain(failure);
    }
  } finally {
    button.ariaBusy = null;
  }
}

// --- coming and going ---

function enter() {
  visit = new AbortController();
  trouble('');
  turn(true);
  find('h1').focus();
  keepLooking(visit.signal);
}

function leave() {
  visit.abort();
  serving.clear();
  service.logOut().catch(() => {}); // a session that is not ended there ends by its time
  turn(false);
  find('#projections').replaceChildren();
  news('');
  find('[name="username"]').focus();
}

function turn(inside) {
  find('#door').hidden = inside;
  find('#projections').hidden = !inside;
  find('#leave').hidden = !inside;
}

async function logIn(form) {
  try {
    await service.logIn(form.username.value, form.password.value);
    form.reset();
    enter();
  } catch (failure) {
    if (failure.code === 'unauthenticated') {
      trouble(say('The username or the password is wrong.'));
    } else if (failure.status === 404) {
      trouble(say('There is no login at this address; use an access token.'));
    } else {
      complain(failure);
    }
  }
}

document.documentElement.lang = LANGUAGE;
translate(document);
find('#login').addEventListener('submit', (event) => {
  event.preventDefault();
  logIn(event.target);
});
find('#paste').addEventListener('submit', (event) => {
  event.preventDefault();
  service.use(event.target.token.value.trim());
  event.target.reset();
  enter();
});
find('#leave').addEventListener('click', leave);
find('#projections').addEventListener('click', (event) => {
  const button = event.target.closest('[data-do]');
  if (button !== null) {
    act(button);
  }
});
if (service.mayAsk) {
  enter();
}
