### Террикон, русский. Файл общий для сервера и карты.

## Языки, каждый своим именем

language-en = English
language-ru = Русский
language-kk = Қазақша
language-ky = Кыргызча

## Страница

app-title = Террикон
app-subtitle = Очаги загрязнения
app-description = Карта очагов загрязнения Казахстана и Кыргызстана: у каждой цифры указан источник
skip-to-list = Пропустить карту и перейти к списку
language-label = Язык
theme-label = Цвета
theme-auto = Как на устройстве
theme-light = Светлые
theme-dark = Тёмные
loading = Загрузка…
close = Закрыть
release-label = Выпуск данных

## Виды

view-label = Вид
view-map = Обозначения
view-list = Список
view-map-hint = Карта и её обозначения
view-list-hint = Те же места списком

## Типы очагов: один и группа

kind-tailings = Хвостохранилище
kind-dump = Свалка или отвал
kind-river = Загрязнённая река
kind-lake = Загрязнённое озеро
kind-industrial-town = Промышленный город
kind-other = Другой очаг
kinds-tailings = Хвостохранилища
kinds-dump = Свалки
kinds-river = Реки
kinds-lake = Озёра
kinds-industrial-town = Города
kinds-other = Другое

## Отбор

filter-kinds-label = Типы очагов
filter-oblast-label = Область
filter-oblast-all = Все области
filter-clear = Сбросить отбор
country-kz = Казахстан
country-kg = Кыргызстан

## Поиск

search-label = Поиск
search-placeholder = Город, река, предприятие…
search-clear = Очистить поиск
search-none = По запросу «{ $query }» ничего не найдено. Попробуйте написать иначе: названия ищутся на четырёх языках и латиницей.
search-count =
    { $count ->
        [one] { $count } результат
        [few] { $count } результата
       *[other] { $count } результатов
    }
search-type-hotspot = очаг
search-type-settlement = населённый пункт
search-type-oblast = область
search-type-raion = район
search-type-river = река
search-type-lake = озеро

## Карта

map-label = Карта очагов загрязнения. Стрелки двигают её, плюс и минус меняют масштаб. Те же места есть в списке.
map-zoom-in = Приблизить
map-zoom-out = Отдалить
map-home = Показать обе страны
map-failed = Это устройство не может нарисовать карту. Те же места есть в списке.
map-attribution = Источники данных

## Обозначения

legend-filled = Заливка: факт подтверждён источником
legend-outline = Контур: не проверено
legend-accuracy = Бледный круг: место находится где-то внутри него
legend-cluster = Кольцо с числом: столько мест рядом
legend-shape = Линия или область: сам загрязнённый участок
legend-unverified-note = «Не проверено» значит, что источника, который можно прочитать, у нас пока нет. Это повод проверить, а не факт.

## Список

list-title = Очаги
list-count =
    { $count ->
        [one] { $count } очаг
        [few] { $count } очага
       *[other] { $count } очагов
    }
list-sort-label = Порядок
list-sort-name = по названию
list-sort-oblast = по области
list-sort-distance = от центра карты
list-empty = Под этот отбор не подходит ни один очаг.
list-empty-hint = Выберите другую область или тип либо сбросьте отбор.
list-none = В этом выпуске данных очагов пока нет.
distance-km = { $distance } км
distance-m = { $distance } м

## Карточка очага

panel-label = Об этом очаге
panel-raion = Район: { $name }
panel-note = Примечание
panel-status = Состояние
panel-pollutants = Загрязнители
panel-position = Где именно
panel-coordinates = Координаты
panel-copy-coordinates = Скопировать координаты
panel-copy-link = Скопировать ссылку
panel-copied = Скопировано
panel-copy-failed = Не удалось скопировать
panel-link = Постоянная ссылка
panel-cite = Как сослаться
panel-citation = Террикон. { $name } ({ $id }). Выпуск данных { $release }. { $url }
panel-copy-citation = Скопировать ссылку для цитирования
panel-claims = Кто что говорит и когда
panel-people = Люди
panel-people-note = Так оценивают источники; это не расчёт по данным переписи.
panel-no-claims = Цифр по этому месту пока не дал ни один источник.
panel-shown-in = показано на языке: { $language }
panel-zoom = Показать на карте
position-site = Это положение самого объекта
position-digitised = Положение нанесено вручную по карте или снимку
position-town-centroid = Это центр населённого пункта, а не сам объект
position-area-centroid = Это середина большой территории
position-badge = положение ± { $distance }
position-source = Источник положения: { $source }
trust-sourced = есть источник
trust-partly = подтверждено частично
trust-unverified = не проверено
trust-sourced-note = И факты, и положение взяты из источников, которые можно прочитать.
trust-partly-note = Источник есть либо у фактов, либо у положения, но не у обоих.
trust-unverified-note = Источника мы ещё не прочитали. Это повод проверить, а не факт.

## Утверждения источников

claim-conflict = Источники расходятся, разных значений: { $count }
claim-year = год: { $year }
claim-year-unknown = год не указан
claim-unverified = не проверено
claim-source-unknown = источник не указан
claim-opens-source = откроется источник

## Панель на телефоне

sheet-label = Высота панели
sheet-raise = Поднять панель
sheet-lower = Опустить панель
sheet-peek = низкая
sheet-half = половина экрана
sheet-full = весь экран

## Если что-то не получилось

problem-retry = Попробовать снова
problem-offline = Нет связи с сервером. Проверьте интернет и попробуйте снова.
problem-not-found = В этом выпуске такого места нет. Возможно, оно переименовано: попробуйте поиск.
problem-bad-request = В адресе страницы есть то, чего мы не понимаем: { $parameter }. Сбросьте отбор и попробуйте снова.
problem-bad-request-plain = В адресе страницы есть то, чего мы не понимаем. Сбросьте отбор и попробуйте снова.
problem-too-many = Слишком много запросов подряд. Подождите минуту и попробуйте снова.
problem-unavailable = Данные загружаются или обновляются. Попробуйте через минуту.
problem-server = На сервере произошла ошибка. Вы ни при чём: попробуйте чуть позже.
problem-timeout = Сервер не ответил вовремя. Попробуйте снова.
problem-tiles = Часть карты не загрузилась.
