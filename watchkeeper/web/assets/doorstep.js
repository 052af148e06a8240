// The doorstep on a phone: keeps each visit before it is sent, and works without signal.
import { day, drop, holder, keep, keepDay, kept, now, send, session, unsent } from './doorstep_store.js'

const NEEDED = {
  purpose: 'Choose what the visit was for',
  sought: 'Say whether entry was sought in order to search',
  outcome: 'Choose what happened at the door',
  day: 'Enter the day of the visit',
  time: 'Enter the time at the door, such as 18:40',
  place: 'Choose the address you went to'
}
const AGAIN = 5000 // milliseconds between looks for signal, while one page stands in for every other
const London = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' })
const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }) // a day as typed, of no zone
const form = document.querySelector('[data-doorstep="form"]')
const shell = document.querySelector('[data-doorstep="shell"]')
const banner = document.querySelector('[data-doorstep="held"]')
const visits = (count) => count === 1 ? '1 visit' : `${count} visits`

function show (parts, grave) {
  banner.replaceChildren(...parts.map((part) => {
    const line = document.createElement('p')
    line.append(...[part].flat())
    return line
  }))
  banner.classList.toggle('wk-held--grave', Boolean(grave))
  banner.hidden = !parts.length
}

function link (href, says) {
  const made = document.createElement('a')
  made.href = href
  made.className = 'govuk-link'
  made.textContent = says
  return made
}

async function told ({ sent, left, who }) {
  const parts = []
  const asks = (each) => ['kept beside another', 'perhaps one already recorded'].includes(each.arrival)
  const done = sent.filter((each) => !asks(each))
  if (done.length) parts.push(`${visits(done.length)} sent and recorded.`)
  for (const each of sent) {
    if (asks(each)) parts.push(['A visit may have been recorded before. ', link(each.href, 'Say which stands')])
  }
  const key = await holder()
  const own = left.filter((each) => key && each.account === key.account)
  for (const each of own) {
    const visit = await kept(each.id)
    if (visit?.problems) {
      parts.push([`A visit could not be taken: ${visit.problems.join('; ')}. `,
        link(`/visits/${encodeURIComponent(visit.person)}/new/#kept-${each.id}`, 'Put it right')])
    }
  }
  if (own.length && !who) parts.push(`No signal: ${visits(own.length)} kept on this phone. Sent when it is back.`)
  else if (own.length) parts.push(`${visits(own.length)} kept on this phone.`)
  if (left.length > own.length) {
    parts.push(`${visits(left.length - own.length)} kept on this phone, sealed. Sign in to the account that recorded ${left.length - own.length === 1 ? 'it' : 'them'} to send.`)
  }
  show(parts, left.length)
  await markKept(own)
}

/** Say at each person whose visit waits on this phone that it does, so that nobody records it twice. */
async function markKept (rows) {
  for (const said of document.querySelectorAll('[data-part="kept"]')) said.remove()
  for (const { id } of rows) {
    const visit = await kept(id)
    if (!visit) continue
    const { day, time } = Object.fromEntries(visit.entries)
    for (const button of document.querySelectorAll(`[data-person="${CSS.escape(visit.person)}"]`)) {
      const said = document.createElement('p')
      said.className = 'govuk-body govuk-!-font-weight-bold'
      said.dataset.part = 'kept'
      said.textContent = `Recorded on ${isNaN(new Date(day)) ? day : LONG.format(new Date(day))} at ${time}: kept on this phone, not sent yet`
      button.before(said)
    }
  }
}

/** Signal can come back without a word to the page, where it was never quite gone. A form being filled in stays. */
async function lookForSignal () {
  if (form.hidden && navigator.onLine && !document.hidden && await session() !== null) return location.reload()
  setTimeout(lookForSignal, AGAIN)
}

async function refresh () {
  const result = await send()
  await told(result)
  if (!document.querySelector('[data-doorstep="list"]')) return
  if (result.sent.length) return location.reload()
  const who = result.who ?? await session()
  if (!who) return
  const answer = await fetch('/doorstep/today.json', { redirect: 'manual' }).catch(() => null)
  if (answer?.ok) await keepDay(await answer.json())
}

function wrong (problems) {
  document.querySelector('.govuk-error-summary')?.remove()
  const summary = document.createElement('div')
  summary.className = 'govuk-error-summary'
  summary.tabIndex = -1
  summary.setAttribute('role', 'alert')
  const heading = document.createElement('h2')
  heading.className = 'govuk-error-summary__title'
  heading.textContent = 'There is a problem. Nothing you typed is lost'
  const list = document.createElement('ul')
  list.className = 'govuk-list govuk-error-summary__list'
  for (const [name, says] of problems) {
    const item = document.createElement('li')
    const field = form.querySelector(`[name="${name}"]`)
    item.append(link(`#${field?.id ?? name}`, says))
    list.append(item)
  }
  summary.append(heading, list)
  form.before(summary)
  summary.focus()
}

async function record (event) {
  event.preventDefault()
  form.elements.kept_at.value = (await now()).toISOString()
  const entries = [...new FormData(form)].filter(([name]) => name !== 'csrfmiddlewaretoken')
  const said = Object.fromEntries(entries)
  const missing = Object.entries(NEEDED).filter(([name]) => !said[name])
  if (missing.length) return wrong(missing)
  const id = said.key
  const person = decodeURIComponent(location.pathname.split('/')[2])
  if (!await keep(id, { person, entries })) return form.submit()
  const waiting = await navigator.serviceWorker?.getRegistration().catch(() => null)
  const result = await send()
  const taken = result.sent.find((each) => each.id === id)
  if (taken) return location.assign(taken.href)
  if (result.who && !shell) {
    const visit = await kept(id)
    if (visit?.problems) {
      await drop(id)
      return form.submit() // the service shows each problem beside its field
    }
  }
  await waiting?.sync?.register('doorstep').catch(() => null)
  location.assign('/visits/')
}

/** Put a kept visit back into the form, as it was typed. */
async function refill () {
  const id = location.hash.startsWith('#kept-') ? location.hash.slice(6) : ''
  const visit = id && await kept(id)
  if (!visit) return
  for (const [name, value] of visit.entries) {
    for (const field of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (field.type === 'radio') field.checked = field.value === value
      else field.value = value
    }
  }
  if (visit.problems) wrong(visit.problems.map((says) => ['purpose', says]))
}

/** Without signal the worker answers with one page, made here of what the phone keeps. */
async function build () {
  const people = await day()
  const [, place, person, what] = location.pathname.split('/')
  const list = shell.querySelector('[data-part="list"]')
  const visit = people?.people[decodeURIComponent(person ?? '')]
  const title = shell.querySelector('h1')
  if (!people) {
    title.textContent = 'No signal'
    list.textContent = 'Nothing of today can be read on this phone. Sign in when there is signal.'
  } else if (place === 'visits' && what === 'new' && visit) {
    title.textContent = visit.title
    for (const part of ['top', 'place', 'conditions']) shell.querySelector(`[data-part="${part}"]`).innerHTML = visit[part]
    shell.querySelector('[data-part="crew"]').innerHTML = people.crew
    const [on, at] = London.format(await now()).split(' ')
    form.elements.key.value = crypto.randomUUID()
    form.elements.day.value = on
    form.elements.time.value = at
    form.hidden = false
    list.replaceChildren(link('/visits/', 'My visits today'))
  } else if (place === 'visits') {
    title.textContent = people.title
    list.innerHTML = people.list
  } else {
    title.textContent = 'No signal'
    list.replaceChildren('This page needs signal. ', link('/visits/', 'My visits today'), ' do not.')
  }
}

async function start () {
  if (!navigator.serviceWorker || !globalThis.crypto?.subtle || !navigator.locks) return // pages work online without
  await navigator.serviceWorker.register('/doorstep-worker.js', { type: 'module' }).catch(() => null)
  if (shell) await build()
  else if (form && !await holder()) await session()
  if (form) {
    form.addEventListener('submit', record)
    await refill()
  }
  addEventListener('online', async () => {
    await refresh()
    if (shell && form.hidden) location.reload() // a form half filled in stays
  })
  navigator.serviceWorker.addEventListener('message', async () => told({ sent: [], left: await unsent() }))
  await refresh()
  if (shell) setTimeout(lookForSignal, AGAIN)
  if (!shell && !navigator.serviceWorker.controller) {
    await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
  }
  document.documentElement.dataset.doorstep = 'ready'
}

start()
