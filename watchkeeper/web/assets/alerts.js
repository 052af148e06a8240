// Tells of alerts as they are raised: a banner and the count in the header, without a refresh.
// The stream is open only while the page is seen: browsers allow few connections to one server.

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
  let source = null
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

  const ended = () => {
    source.close()
    source = null
    waiting.removeAttribute('data-alerts-stream')
    show('Signed out', ['Alerts no longer reach this page.'], '/', 'Sign in again')
  }

  const listen = () => {
    const seen = document.visibilityState === 'visible'
    if (seen && source === null && waiting.hasAttribute('data-alerts-stream')) {
      source = new EventSource(`${waiting.dataset.alertsStream}?since=${encodeURIComponent(since)}`)
      source.addEventListener('alerts', told)
      source.addEventListener('ended', ended)
    } else if (!seen && source !== null) {
      source.close()
      source = null
    }
  }

  document.addEventListener('visibilitychange', listen)
  window.addEventListener('pagehide', () => { source?.close(); source = null })
  window.addEventListener('pageshow', listen)
  listen()
}
