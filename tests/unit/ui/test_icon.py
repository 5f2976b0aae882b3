"""The application's icon."""

from reader.ui.icon import application_icon


def test_each_size_is_the_drawing_of_that_size(qapp: object) -> None:
    icon = application_icon()
    assert sorted(size.width() for size in icon.availableSizes()) == [16, 24, 32, 48, 64]
    for size in (16, 24, 32, 48, 64):
        picture = icon.pixmap(size, size).toImage()
        assert (picture.width(), picture.height()) == (size, size)
        vermilion = picture.pixelColor(size // 2, 0 if size < 48 else 3)
        assert vermilion.red() > vermilion.blue() + 80
