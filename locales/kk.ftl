### Террикон, қазақша. Файл серверге де, картаға да ортақ.

## Тілдер, әрқайсысы өз атымен

language-en = English
language-ru = Русский
language-kk = Қазақша
language-ky = Кыргызча

## Бет

app-title = Террикон
app-subtitle = Ластану ошақтары
app-description = Қазақстан мен Қырғызстандағы ластану ошақтарының картасы: әр санның дереккөзі көрсетілген
skip-to-list = Картаны өткізіп, тізімге көшу
language-label = Тіл
theme-label = Түстер
theme-auto = Құрылғыдағыдай
theme-light = Ашық
theme-dark = Күңгірт
loading = Жүктелуде…
close = Жабу
release-label = Деректер шығарылымы

## Көріністер

view-label = Көрініс
view-map = Белгілер
view-list = Тізім
view-map-hint = Карта және оның шартты белгілері
view-list-hint = Сол орындар тізім түрінде

## Ошақ түрлері: жеке және топ

kind-tailings = Қалдық қоймасы
kind-dump = Қоқыс немесе үйінді орны
kind-river = Ластанған өзен
kind-lake = Ластанған көл
kind-industrial-town = Өнеркәсіпті қала
kind-other = Басқа ошақ
kinds-tailings = Қалдық қоймалары
kinds-dump = Қоқыс орындары
kinds-river = Өзендер
kinds-lake = Көлдер
kinds-industrial-town = Қалалар
kinds-other = Басқалары

## Сүзгі

filter-kinds-label = Ошақ түрлері
filter-oblast-label = Облыс
filter-oblast-all = Барлық облыс
filter-clear = Сүзгіні тазалау
country-kz = Қазақстан
country-kg = Қырғызстан

## Іздеу

search-label = Іздеу
search-placeholder = Қала, өзен, кәсіпорын…
search-clear = Іздеуді тазалау
search-none = «{ $query }» бойынша ештеңе табылмады. Басқаша жазып көріңіз: атаулар төрт тілде және латын әрпімен ізделеді.
search-count = { $count } нәтиже
search-type-hotspot = ошақ
search-type-settlement = елді мекен
search-type-oblast = облыс
search-type-raion = аудан
search-type-river = өзен
search-type-lake = көл

## Карта

map-label = Ластану ошақтарының картасы. Жылжыту үшін бағыттауыш пернелер, масштаб үшін плюс пен минус. Сол орындар тізімде де бар.
map-zoom-in = Жақындату
map-zoom-out = Алыстату
map-home = Екі елді де көрсету
map-failed = Бұл құрылғы картаны сала алмайды. Сол орындар тізімде де бар.
map-attribution = Дереккөздер

## Шартты белгілер

legend-filled = Боялған: дерекке дереккөз бар
legend-outline = Сызығы ғана: тексерілмеген
legend-accuracy = Көмескі шеңбер: орын соның ішінде бір жерде
legend-cluster = Ішінде саны бар сақина: қатар тұрған орындар саны
legend-shape = Сызық не аумақ: ластанған жердің өзі
legend-unverified-note = «Тексерілмеген» дегені: оқуға болатын дереккөз бізде әзірге жоқ. Бұл дәлел емес, тексеруге себеп.

## Тізім

list-title = Ошақтар
list-count = { $count } ошақ
list-sort-label = Реті
list-sort-name = атауы бойынша
list-sort-oblast = облысы бойынша
list-sort-distance = карта ортасынан қашықтығы
list-empty = Бұл сүзгіге сай ошақ жоқ.
list-empty-hint = Басқа облыс не түр таңдаңыз немесе сүзгіні тазалаңыз.
list-none = Бұл шығарылымда әзірге ошақтар жоқ.
distance-km = { $distance } км
distance-m = { $distance } м

## Ошақ туралы

panel-label = Осы ошақ туралы
panel-raion = Аудан: { $name }
panel-note = Ескертпе
panel-status = Жай-күйі
panel-pollutants = Ластағыш заттар
panel-position = Нақты қай жерде
panel-coordinates = Координаттары
panel-copy-coordinates = Координаттарды көшіру
panel-copy-link = Сілтемені көшіру
panel-copied = Көшірілді
panel-copy-failed = Көшіру мүмкін болмады
panel-link = Тұрақты сілтеме
panel-cite = Қалай дәйексөз келтіру керек
panel-citation = Террикон. { $name } ({ $id }). Деректер шығарылымы { $release }. { $url }
panel-copy-citation = Дәйексөзді көшіру
panel-claims = Кім, қашан, не дейді
panel-people = Адамдар
panel-people-note = Дереккөздердің бағасы; санақ деректері бойынша есептелмеген.
panel-no-claims = Бұл орын туралы санды әзірге ешбір дереккөз бермеген.
panel-shown-in = көрсетілген тілі: { $language }
panel-zoom = Картадан көрсету
position-site = Бұл нысанның өз орны
position-digitised = Орны картадан не суреттен қолмен түсірілген
position-town-centroid = Бұл нысанның өзі емес, елді мекеннің ортасы
position-area-centroid = Бұл үлкен аумақтың ортасы
position-badge = орны ± { $distance }
position-source = Орнының дереккөзі: { $source }
trust-sourced = дереккөзі бар
trust-partly = ішінара расталған
trust-unverified = тексерілмеген
trust-sourced-note = Деректердің де, орнының да оқуға болатын дереккөзі бар.
trust-partly-note = Деректердің не орнының ғана дереккөзі бар, екеуінің бірдей емес.
trust-unverified-note = Дереккөзін әлі оқыған жоқпыз. Бұл дәлел емес, тексеруге себеп.

## Дереккөздердің айтқаны

claim-conflict = Дереккөздер әртүрлі айтады, түрлі мәндер саны: { $count }
claim-year = жылы: { $year }
claim-year-unknown = жылы көрсетілмеген
claim-unverified = тексерілмеген
claim-source-unknown = дереккөзі көрсетілмеген
claim-opens-source = дереккөзі ашылады

## Телефондағы тақта

sheet-label = Тақтаның биіктігі
sheet-raise = Тақтаны көтеру
sheet-lower = Тақтаны түсіру
sheet-peek = аласа
sheet-half = экранның жартысы
sheet-full = бүкіл экран

## Бірдеңе болмай қалса

problem-retry = Қайталап көру
problem-offline = Сервермен байланыс жоқ. Интернетті тексеріп, қайталап көріңіз.
problem-not-found = Бұл шығарылымда ондай орын жоқ. Аты өзгерген болуы мүмкін: іздеп көріңіз.
problem-bad-request = Беттің мекенжайында біз түсінбейтін нәрсе бар: { $parameter }. Сүзгіні тазалап, қайталап көріңіз.
problem-bad-request-plain = Беттің мекенжайында біз түсінбейтін нәрсе бар. Сүзгіні тазалап, қайталап көріңіз.
problem-too-many = Сұраныс тым көп. Бір минут күтіп, қайталап көріңіз.
problem-unavailable = Деректер жүктеліп не жаңартылып жатыр. Бір минуттан кейін қайталап көріңіз.
problem-server = Серверде қате болды. Сіздің кінәңіз жоқ: сәл кейінірек қайталап көріңіз.
problem-timeout = Сервер уақытында жауап бермеді. Қайталап көріңіз.
problem-tiles = Картаның бір бөлігі жүктелмеді.
