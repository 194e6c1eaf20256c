// Puts alerts on the page as they come, and lets the keyboard walk through them.
(() => {
  'use strict';

  const list = document.getElementById('alerts');
  const empty = document.getElementById('empty');
  const live = document.getElementById('live');
  const own = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'long' });

  const tell = (state, words) => {
    live.dataset.state = state;
    live.textContent = words;
  };

  /* UTC in the text, the reader's own time on pointing. */
  const explainTimes = (root) =>
    root.querySelectorAll('time').forEach((time) => { time.title = own.format(new Date(time.dateTime)); });

  /* The server wrote and escaped this HTML; the policy of the page runs no script in it whatever it holds. */
  const place = (html) => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const card = holder.content.querySelector('article.card');
    if (!card) return;
    const there = document.getElementById(card.id);
    const isNews = !there || Number(there.dataset.position) < Number(card.dataset.position);
    if (there && there.contains(document.activeElement)) return;
    if (there && !isNews) {
      there.replaceWith(card);
    } else {
      there?.remove();
      card.classList.add('fresh');
      list.prepend(card);
      empty.hidden = true;
    }
    explainTimes(card);
  };

  const listen = () => {
    const stream = new EventSource('/alerts/stream');
    stream.addEventListener('open', () => tell('live', 'Live'));
    stream.addEventListener('error', () => tell('away', 'Reconnecting'));
    stream.addEventListener('reload', () => window.location.reload());
    stream.addEventListener('alert', (event) => place(event.data));
  };

  const go = (step) => {
    const all = [...list.querySelectorAll('article.card')];
    if (all.length === 0) return;
    const here = all.findIndex((card) => card.contains(document.activeElement));
    const next = all[here < 0 ? 0 : Math.min(Math.max(here + step, 0), all.length - 1)];
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest('input, textarea, select')) return;
    if (event.key === 'j') go(1);
    if (event.key === 'k') go(-1);
    if (event.key === 'o') document.activeElement.closest('article.card')?.querySelector('.title a')?.click();
  });
  document.body.addEventListener('htmx:afterSettle', () => explainTimes(list));

  explainTimes(list);
  listen();
})();
