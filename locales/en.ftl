### Terrikon, English. Used by the server and the viewer.

## Languages, each by its own name

language-en = English
language-ru = Русский
language-kk = Қазақша
language-ky = Кыргызча

## The page

app-title = Terrikon
app-subtitle = Pollution hotspots
app-description = Map of pollution hotspots in Kazakhstan and Kyrgyzstan, with a source for every figure
skip-to-list = Skip the map, go to the list
language-label = Language
theme-label = Colours
theme-auto = As on the device
theme-light = Light
theme-dark = Dark
loading = Loading…
close = Close
release-label = Data release

## Views

view-label = View
view-map = Legend
view-list = List
view-map-hint = The map with its legend
view-list-hint = The same hotspots as a list

## Kinds of hotspot: one, and the group

kind-tailings = Tailings
kind-dump = Dump
kind-river = Polluted river
kind-lake = Polluted lake
kind-industrial-town = Industrial town
kind-other = Other hotspot
kinds-tailings = Tailings
kinds-dump = Dumps
kinds-river = Rivers
kinds-lake = Lakes
kinds-industrial-town = Towns
kinds-other = Other

## Filters

filter-kinds-label = Kinds of hotspot
filter-oblast-label = Oblast
filter-oblast-all = All oblasts
filter-clear = Clear filters
country-kz = Kazakhstan
country-kg = Kyrgyzstan

## Search

search-label = Search
search-placeholder = Town, river, plant…
search-clear = Clear the search
search-none = Nothing found for “{ $query }”. Try another spelling: names are matched in four languages and in Latin letters.
search-count =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
search-type-hotspot = hotspot
search-type-settlement = town or village
search-type-oblast = oblast
search-type-raion = raion
search-type-river = river
search-type-lake = lake

## Map

map-label = Map of pollution hotspots. Arrow keys move it, plus and minus zoom. The list holds the same places.
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-home = Show both countries
map-failed = This device can’t draw the map. The list holds the same places.
map-attribution = Data sources

## Legend

legend-filled = Filled: a source backs the fact
legend-outline = Outline: unverified
legend-accuracy = Pale disc: the place lies somewhere inside
legend-cluster = Ring with a number: so many places close together
legend-shape = Line or area: the polluted stretch itself
legend-unverified-note = Unverified means that nobody has shown us a readable source yet. Treat it as a lead, not as a fact.

## List

list-title = Hotspots
list-count =
    { $count ->
        [one] { $count } hotspot
       *[other] { $count } hotspots
    }
list-sort-label = Sort by
list-sort-name = name
list-sort-oblast = oblast
list-sort-distance = distance to the map centre
list-empty = No hotspot matches these filters.
list-empty-hint = Choose another oblast or kind, or clear the filters.
list-none = This release holds no hotspots yet.
distance-km = { $distance } km
distance-m = { $distance } m

## Panel of one hotspot

panel-label = About this hotspot
panel-raion = Raion: { $name }
panel-note = Note
panel-status = Status
panel-pollutants = Pollutants
panel-position = Where exactly
panel-coordinates = Coordinates
panel-copy-coordinates = Copy the coordinates
panel-copy-link = Copy the link
panel-copied = Copied
panel-copy-failed = Couldn’t copy
panel-link = Permanent link
panel-cite = Cite
panel-citation = Terrikon. { $name } ({ $id }). Data release { $release }. { $url }
panel-copy-citation = Copy the citation
panel-claims = Who says what, and when
panel-people = People
panel-people-note = As sources estimate it, not computed from census data.
panel-no-claims = No source has given a figure for this place yet.
panel-shown-in = shown in: { $language }
panel-zoom = Show on the map
position-site = The position is that of the site itself
position-digitised = The position is drawn by hand from a map or picture
position-town-centroid = This is the town’s centre, not the site itself
position-area-centroid = This is the middle of a large area
position-badge = position ± { $distance }
position-source = Source of the position: { $source }
trust-sourced = sourced
trust-partly = partly sourced
trust-unverified = unverified
trust-sourced-note = The facts and the position have a readable source.
trust-partly-note = Either the facts or the position have a readable source, not both.
trust-unverified-note = We have not read a source for this yet. Treat it as a lead, not as a fact.

## Claims

claim-conflict = Sources disagree: { $count } different values
claim-year = year: { $year }
claim-year-unknown = year not stated
claim-unverified = unverified
claim-source-unknown = source not stated
claim-opens-source = opens the source

## Phone sheet

sheet-label = Panel height
sheet-raise = Make the panel taller
sheet-lower = Make the panel lower
sheet-peek = low
sheet-half = half of the screen
sheet-full = full screen

## When something fails

problem-retry = Try again
problem-offline = No connection to the server. Check the internet and try again.
problem-not-found = There is no such place in this release. It may have been renamed: try the search.
problem-bad-request = The address holds something that we can’t read: { $parameter }. Clear the filters and try again.
problem-bad-request-plain = The address holds something that we can’t read. Clear the filters and try again.
problem-too-many = Too many requests at once. Wait a minute and try again.
problem-unavailable = The data is being loaded or updated. Try again in a minute.
problem-server = The server failed. It isn’t your fault: try again a little later.
problem-timeout = The server has not answered in time. Try again.
problem-tiles = Part of the map has not loaded.
