"""在真的浏览器里看网站：一个读者会做的事都做得成。"""


def test_no_request_to_another_host_and_no_error(tab, addresses):
    for address in addresses:
        tab.goto(address, wait_until="networkidle")
        assert tab.foreign == []
        assert tab.errors == []


def test_pages_fit_a_phone(tab, addresses):
    tab.set_viewport_size({"width": 360, "height": 800})
    for address in addresses:
        tab.goto(address)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360, address
