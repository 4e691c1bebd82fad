-- Asks for the addresses of a file, one path a line, in their order and from the start again; prints what it measured as JSON.
local requests, last = {}, 0

function init(args)
    wrk.headers["Accept-Encoding"] = "identity"
    for path in io.lines(args[1]) do
        requests[#requests + 1] = wrk.format("GET", path)
    end
end

function request()
    last = last % #requests + 1
    return requests[last]
end

function done(summary, latency)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    io.write(string.format('{"answers": %d, "bytes": %d, "seconds": %.6f, "failed": %d, "p50": %.3f, "p95": %.3f, "p99": %.3f}\n',
        summary.requests, summary.bytes, summary.duration / 1e6, failed,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
