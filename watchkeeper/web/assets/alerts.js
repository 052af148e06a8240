// Tells of alerts as they are raised: a banner and the count in the header, without a refresh.
import { listenWhileSeen } from './listening.js'

const waiting = document.querySelector('[data-alerts-stream]')
const banner = document.querySelector('[data-alerts-banner]')

function element (name, className, text) {
  const made = document.createElement(name)
  if (className) made.className = className
  if (text) made.textContent = text
  return made
}

function show (title, lines, address, link) {
  const box = element('div', 'govuk-notification-banner')
  const header = element('div', 'govuk-notification-banner__header')
  header.append(element('p', 'govuk-notification-banner__title', title))
  const content = element('div', 'govuk-notification-banner__content')
  for (const line of lines) {
    content.append(element('p', 'govuk-notification-banner__heading', line))
  }
  const way = element('a', 'govuk-notification-banner__link', link)
  way.href = address
  const last = element('p', 'govuk-body')
  last.append(way)
  content.append(last)
  box.append(header, content)
  banner.replaceChildren(box)
}

function count (number) {
  waiting.querySelector('[data-alerts-count]').textContent = number
  waiting.classList.toggle('wk-alerts--some', number > 0)
}

function remove (ref) {
  document.querySelector(`[data-alert="${CSS.escape(ref)}"]`)?.remove()
}

if (waiting && banner && 'EventSource' in window) {
  let since = waiting.dataset.alertsSince

  const told = (event) => {
    const news = JSON.parse(event.data)
    since = event.lastEventId || since
    count(news.count)
    news.gone.forEach(remove)
    if (news.fresh.length > 0) {
      const more = news.fresh.length > 3 ? [`and ${news.fresh.length - 3} more`] : []
      const title = news.fresh.length === 1 ? 'New alert' : `${news.fresh.length} new alerts`
      show(title, [...news.fresh.slice(0, 3), ...more], waiting.href, 'See and take on alerts')
    } else if (news.count === 0) {
      banner.replaceChildren()
    }
  }

  listenWhileSeen(
    () => `${waiting.dataset.alertsStream}?since=${encodeURIComponent(since)}`,
    { alerts: told },
    () => show('Signed out', ['Alerts no longer reach this page.'], '/', 'Sign in again')
  )
}
