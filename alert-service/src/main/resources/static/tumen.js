// Puts stories on the page as they come, and lets the keyboard walk through every view.
(() => {
  'use strict';

  const own = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

  /* UTC in the text, the reader's own time on pointing, how long ago beside it. */
  const ago = (at) => {
    const seconds = Math.round((Date.now() - at) / 1000);
    const past = Math.abs(seconds);
    if (seconds >= 0 && seconds < 60) return 'just now';
    const minutes = Math.max(1, Math.floor(past / 60));
    const length = minutes < 60 ? `${minutes} min` : minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
    return seconds < 0 ? `in ${length}` : `${length} ago`;
  };
  const explainTimes = (root) =>
    root.querySelectorAll('time[datetime]').forEach((time) => {
      const at = new Date(time.dateTime);
      time.title = own.format(at);
      const hint = time.querySelector('.ago');
      if (hint) hint.textContent = ago(at.getTime());
    });

  /* What went wrong, and what to do. */
  const problem = document.getElementById('problem');
  const complain = (words) => {
    if (!problem) return;
    problem.textContent = words;
    problem.hidden = words === '';
  };
  document.body.addEventListener('htmx:responseError', (event) => {
    const status = event.detail.xhr.status;
    complain(
      status === 401 || status === 403
        ? 'You may not do that, or your session has ended. Load the page again and log in.'
        : status === 404 || status === 409
          ? 'That is not there (any more), or has changed meanwhile. Load the page again.'
          : `The service could not do that (HTTP ${status}). Try again in a moment.`,
    );
  });
  document.body.addEventListener('htmx:sendError', () => complain('The service does not answer. Is it running? Try again in a moment.'));
  document.body.addEventListener('htmx:beforeRequest', () => complain(''));
  document.body.addEventListener('htmx:configRequest', (event) => {
    const token = document.querySelector('meta[name="csrf-token"]');
    const header = document.querySelector('meta[name="csrf-header"]');
    if (token && header) event.detail.headers[header.content] = token.content;
  });

  /* The server wrote and escaped this HTML; the policy of the page runs no script in it whatever it holds. */
  const place = (list, html) => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const line = holder.content.querySelector('article.line');
    if (!line) return;
    const there = document.getElementById(line.id);
    const ahead = there ? Number(line.dataset.position) - Number(there.dataset.position) : 1;
    // Who comes back may be told again what the list has, or what it has something newer of.
    if (ahead < 0 || (there && there.contains(document.activeElement))) return;
    if (ahead === 0) {
      there.replaceWith(line);
    } else {
      there?.remove();
      line.classList.add('fresh');
      list.prepend(line);
      const empty = document.getElementById('empty');
      if (empty) empty.hidden = true;
    }
    explainTimes(line);
  };

  let stream = null;
  const listen = () => {
    const list = document.getElementById('stories');
    const live = document.getElementById('live');
    if (!list || !live || stream?.path === list.dataset.stream) return;
    stream?.source.close();
    const tell = (state, words) => {
      live.dataset.state = state;
      live.textContent = words;
    };
    const source = new EventSource(list.dataset.stream);
    source.addEventListener('open', () => tell('live', 'Live'));
    source.addEventListener('error', () => tell('away', 'Reconnecting'));
    source.addEventListener('reload', () => window.location.reload());
    source.addEventListener('alert', (event) => place(document.getElementById('stories'), event.data));
    stream = { path: list.dataset.stream, source };
  };

  /* Keys. */
  const go = (step) => {
    const all = [...document.querySelectorAll('[data-step]')].filter((one) => one.getClientRects().length > 0);
    if (all.length === 0) return;
    const here = all.indexOf(document.activeElement);
    const next = all[here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };
  const help = document.getElementById('help');
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select, dialog')) return;
    if (event.key === 'j') go(1);
    if (event.key === 'k') go(-1);
    if (event.key === '?') help?.showModal();
    if (event.key === '/') {
      const filter = document.querySelector('[data-filter]');
      if (filter) {
        event.preventDefault();
        filter.focus();
      }
    }
  });
  const keys = document.getElementById('keys');
  if (keys && help) {
    keys.hidden = false;
    keys.addEventListener('click', () => help.showModal());
  }

  /* Light or dark, kept for the next visit. */
  const theme = document.getElementById('theme');
  if (theme) {
    const root = document.documentElement;
    const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches);
    const label = () => theme.setAttribute('aria-label', isDark() ? 'Change to light' : 'Change to dark');
    theme.hidden = false;
    label();
    theme.addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      label();
      try {
        localStorage.setItem('theme', root.dataset.theme);
      } catch {
        // It holds until the page is left.
      }
    });
  }

  document.body.addEventListener('htmx:afterSettle', () => {
    explainTimes(document);
    listen();
  });
  setInterval(() => explainTimes(document), 30_000);
  explainTimes(document);
  listen();
})();
