// A stream of the service, read only while its page is seen: browsers allow few connections to one server.

/**
 * Hear each kind of event in `heard` from `address()`, asked anew whenever the page is seen again.
 * When the service says that the session is over nothing more is read, and `ended` is called.
 */
export function listenWhileSeen (address, heard, ended) {
  let source = null
  let over = false

  const stop = () => {
    source?.close()
    source = null
  }

  const listen = () => {
    const seen = document.visibilityState === 'visible'
    if (!seen) {
      stop()
    } else if (source === null && !over) {
      source = new EventSource(address())
      for (const [kind, told] of Object.entries(heard)) source.addEventListener(kind, told)
      source.addEventListener('ended', () => {
        over = true
        stop()
        ended()
      })
    }
  }

  document.addEventListener('visibilitychange', listen)
  window.addEventListener('pagehide', stop)
  window.addEventListener('pageshow', listen)
  listen()
}
