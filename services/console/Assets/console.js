// The little that a page cannot do without a script. Everything that comes from a conversation or a model is set as text, never as markup.
'use strict';

/** Puts times into the reader's own. */
function localTimes(root) {
  const style = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'medium', timeStyle: 'short' });
  for (const time of root.querySelectorAll('time[datetime]')) {
    const at = new Date(time.dateTime);
    if (!Number.isNaN(at.getTime())) { time.title = time.dateTime; time.textContent = style.format(at); }
  }
}

/** Loads this page again and takes over its live part, which the server rendered. False when it is not live any more. */
async function renew(live) {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  if (!answer.ok || answer.redirected) return false;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(live.id);
  if (!next) return false;
  if (live.contains(document.activeElement) && document.activeElement.matches('input, textarea, select')) return true;
  const focused = live.contains(document.activeElement) ? [...live.querySelectorAll('a, button')].indexOf(document.activeElement) : -1;
  live.replaceChildren(...next.childNodes);
  localTimes(live);
  if (focused >= 0) live.querySelectorAll('a, button')[focused]?.focus({ preventScroll: true });
  return next.hasAttribute('data-refresh') || next.hasAttribute('data-events');
}

/** Keeps the live part new: at intervals, or whenever the server tells of progress. */
function keepLive(live) {
  if (live.dataset.refresh) {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      if (!await renew(live).catch(() => true)) clearInterval(timer);
    }, 1000 * Number(live.dataset.refresh));
  }
  if (live.dataset.events) {
    const events = new EventSource(live.dataset.events);
    let busy = false, again = false;
    const progress = async () => {
      if (busy) { again = true; return; }
      busy = true;
      if (!await renew(live).catch(() => true)) events.close();
      busy = false;
      if (again) { again = false; await progress(); }
    };
    events.addEventListener('progress', progress);
  }
}

/** Sends dropped files one after another and shows what became of every record. */
function dropZone(zone) {
  const words = JSON.parse(zone.dataset.words), list = zone.querySelector('.uploads'), input = zone.querySelector('#files');
  const make = (name, text, parent) => { const it = document.createElement(name); it.textContent = text; parent?.append(it); return it; };
  const link = id => { const it = make('a', id.slice(0, 10) + '…'); it.href = '/console/transcripts/' + encodeURIComponent(id); return it; };
  const shown = 20;

  function tell(item, state, answer) {
    const counts = [
      `${answer.accepted.length} ${words.kept}`,
      answer.duplicates.length > 0 ? `${answer.duplicates.length} ${words.duplicates}` : '',
      answer.rejected.length > 0 ? `${answer.rejected.length} ${words.refused}` : ''];
    state.textContent = counts.filter(part => part).join(' · ');
    state.className = 'badge ' + (answer.rejected.length > 0 ? 'bad' : 'good');
    const records = make('ul', '', item);
    for (const record of answer.rejected.slice(0, shown)) {
      const place = record.line ? words.line : words.record;
      const number = record.line ?? record.index + 1;
      make('li', `${record.file ? record.file + ', ' : ''}${place.includes('{0}') ? place.replace('{0}', number) : place + ' ' + number}: ${record.reason}`, records);
    }
    for (const record of answer.duplicates.slice(0, shown)) {
      const alike = record.similarity < 1 ? ` (${words.alike.replace('{0}', Math.floor(1000 * record.similarity) / 10 + '%')})` : '';
      make('li', `${record.id}: ${words.duplicate} `, records).append(link(record.duplicateOf), alike);
    }
    for (const record of answer.accepted.slice(0, shown)) make('li', `${record.recordId ?? words.kept} → `, records).append(link(record.id));
    const rest = Math.max(0, answer.accepted.length - shown) + Math.max(0, answer.duplicates.length - shown) + Math.max(0, answer.rejected.length - shown);
    if (rest > 0) make('li', `${rest} ${words.more}`, records);
  }

  async function send(file) {
    const item = make('li', '', list);
    make('b', file.name + ' ', item);
    const state = make('span', words.sending, item);
    state.className = 'badge busy';
    const query = new URLSearchParams({ name: file.name });
    const domain = zone.querySelector('#drop-domain').value, subject = zone.querySelector('#drop-subject').value;
    if (domain) query.set('domain', domain);
    if (subject) query.set('subject', subject);
    try {
      const answer = await fetch('/console/transcripts/files?' + query, {
        method: 'POST', body: file, headers: { 'X-Form-Token': zone.dataset.token, 'Content-Type': 'application/octet-stream' } });
      const told = await answer.json();
      if (told.refused) { state.className = 'badge bad'; state.textContent = words.refused; make('p', told.refused, item); }
      else tell(item, state, told);
    } catch {
      state.className = 'badge bad';
      state.textContent = words.failed;
    }
  }

  async function sendAll(files) {
    for (const file of files) await send(file);
    const reload = make('a', words.show, make('li', '', list));
    reload.href = '/console/transcripts';
    const shownList = document.getElementById('live');
    if (shownList) await renew(shownList).catch(() => {});
  }

  for (const name of ['dragenter', 'dragover']) zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add('over'); });
  for (const name of ['dragleave', 'drop']) zone.addEventListener(name, () => zone.classList.remove('over'));
  zone.addEventListener('drop', event => { event.preventDefault(); sendAll([...event.dataTransfer.files]); });
  input.addEventListener('change', async () => { await sendAll([...input.files]); input.value = ''; });
}

/** A problem's line is shown in the editor. */
function showLine(area, line) {
  const lines = area.value.split('\n'), from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1] ?? '').length);
  area.scrollTop = Math.max(0, (line - 4) * area.scrollHeight / lines.length);
}

/** Keys that stand on the page: data-key on a button, link or field is the key that uses it. */
function keyboard() {
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const field = event.target.matches('input, textarea, select');
    if (field && event.key === 'Escape') { event.target.blur(); return; }
    if (field) return;
    const used = [...document.querySelectorAll('[data-key]')].find(it => it.dataset.key.split(' ').includes(event.key) && !it.closest('[hidden]') && !it.disabled);
    if (!used) return;
    event.preventDefault();
    if (used.dataset.opens) {
      const opened = document.getElementById(used.dataset.opens);
      opened.hidden = false;
      opened.querySelector('textarea, input:not([type=hidden]), button')?.focus();
      if (used.dataset.opens === 'reject') document.activeElement.blur();
    } else if (used.matches('textarea, input, select')) used.focus();
    else used.click();
  });
}

for (const opener of document.querySelectorAll('button[data-opens]')) {
  opener.addEventListener('click', event => {
    const opened = document.getElementById(opener.dataset.opens);
    opened.hidden = !opened.hidden;
    event.preventDefault();
    if (!opened.hidden) opened.querySelector('textarea, input:not([type=hidden]), button')?.focus();
  });
}

/** Sends a form without leaving the page, and takes over what the server made of it: one keeps one's place. */
async function sendInPlace(form, button) {
  const main = document.getElementById('main'), focused = document.activeElement?.id, told = new URLSearchParams(new FormData(form));
  told.set('do', button);
  const answer = await fetch(form.action, { method: 'POST', body: told, headers: { Accept: 'text/html' } });
  if (answer.redirected) { location.assign(answer.url); return; }
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('main');
  main.replaceChildren(...next.childNodes);
  localTimes(main);
  const news = button === 'keep' ? null : main.querySelector('[autofocus], #recipe-problems, #estimate');
  const place = news ?? document.getElementById(focused) ?? main.querySelector('[autofocus], [name=do]:not(.hidden)');
  place?.scrollIntoView({ block: 'nearest' });
  place?.focus();
}

document.addEventListener('change', event => {
  const pressed = event.target.dataset?.submits, form = event.target.form;
  if (pressed && form) sendInPlace(form, pressed).catch(() => form.requestSubmit());
});
document.addEventListener('submit', event => {
  const form = event.target;
  if (form.dataset.ask && !confirm(form.dataset.ask)) { event.preventDefault(); return; }
  if ('inplace' in form.dataset) { event.preventDefault(); sendInPlace(form, event.submitter?.value ?? 'estimate').catch(() => form.submit()); return; }
  if (form.dataset.busy) { const button = form.querySelector('button'); button.textContent = form.dataset.busy; setTimeout(() => { button.disabled = true; }); }
});
document.addEventListener('click', event => {
  const place = event.target.closest?.('[data-line]');
  if (place) { event.preventDefault(); showLine(document.getElementById('recipe'), Number(place.dataset.line)); }
});

/** Shows what a form makes while it is filled in. The server renders it; a piece that somebody is in stays. */
function preview(form) {
  let timer, asked;
  const field = form.querySelector('textarea'), problems = document.getElementById('text-problems');
  const show = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(form.dataset.preview, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: asked.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      const made = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const piece of form.querySelectorAll('[data-piece]')) {
        const next = made.getElementById(piece.id);
        if (next && !piece.contains(document.activeElement)) piece.replaceChildren(...next.childNodes);
      }
      field.setAttribute('aria-invalid', String(problems.querySelector('li') !== null));
    } catch (error) {
      if (error.name !== 'AbortError') problems.textContent = form.dataset.failed;
    }
  };
  form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(show, 250); });
  form.addEventListener('click', event => {
    const chip = event.target.closest('[data-inserts]');
    if (!chip) return;
    field.setRangeText(chip.value, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Fields that grow with what is in them do so by their style; where a browser does not know that yet, here. */
if (!CSS.supports('field-sizing', 'content')) {
  const grow = area => { area.style.height = 'auto'; if (area.scrollHeight > 0) area.style.height = `${area.scrollHeight + 2}px`; };
  for (const area of document.querySelectorAll('.answer-fields textarea, .decide textarea')) {
    grow(area);
    for (const name of ['input', 'focus']) area.addEventListener(name, () => grow(area));
  }
}

localTimes(document);
keyboard();
for (const form of document.querySelectorAll('form[data-preview]')) preview(form);
const live = document.getElementById('live');
if (live) keepLive(live);
const zone = document.getElementById('drop');
if (zone) dropZone(zone);
