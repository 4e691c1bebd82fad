-- Asks for the addresses of a file, one path a line, in their order; prints what it measured as JSON.
--
--   wrk --threads 1 --script addresses.lua URL -- FILE ENCODING                from the start again and again
--   wrk --threads 1 --script addresses.lua URL -- FILE ENCODING CONNECTIONS    each once; ends when all are answered
local ffi = require("ffi")
ffi.cdef [[
    typedef struct { long seconds, microseconds; } moment;
    int gettimeofday(moment *now, void *zone);
    int getpid(void);
    int kill(int process, int signal);
]]

local INTERRUPT = 2
local requests, asked, idle, connections = {}, 0, 0, nil
local began, ended

local function now()
    local moment = ffi.new("moment")
    ffi.C.gettimeofday(moment, nil)
    return tonumber(moment.seconds) + tonumber(moment.microseconds) / 1e6
end

function init(args)
    wrk.headers["Accept-Encoding"] = args[2]
    connections = tonumber(args[3])
    for path in io.lines(args[1]) do
        requests[#requests + 1] = wrk.format("GET", path)
    end
end

local function again()
    asked = asked % #requests + 1
    return requests[asked]
end

-- A connection that asks for more than there is gets nothing to send, and waits. When the last one does, all is answered.
local function once()
    if asked == #requests then
        idle = idle + 1
        if idle == connections then
            ended = now()
            ffi.C.kill(ffi.C.getpid(), INTERRUPT)
        end
        return ""
    end
    asked = asked + 1
    return requests[asked]
end

-- wrk looks at the first one and does not send it.
function request()
    local following = connections and once or again
    request = function()
        began = began or now()
        return following()
    end
    return requests[1]
end

function done(summary, latency)
    local errors = summary.errors
    local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
    local seconds = connections and (ended or now()) - began or summary.duration / 1e6
    io.write(string.format('{"answers": %d, "bytes": %d, "seconds": %.6f, "failed": %d, "p50": %.3f, "p95": %.3f, "p99": %.3f}\n',
        summary.requests, summary.bytes, seconds, failed,
        latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
