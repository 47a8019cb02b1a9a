using SlotBooking.Core.Bookings;
using SlotBooking.Core.Metrics;

namespace SlotBooking.Tests.Metrics;

public sealed class SheetCellsTests
{
    [Fact]
    public void What_was_written_is_read_again_whatever_order_it_had()
    {
        var random = new Random(7);
        Guid[] agents = [Guid.Empty, Guid.CreateVersion7(), Guid.CreateVersion7()];
        string?[] campaigns = [null, "Messe", "Straße 7 „Süd“", ""];
        var cells = Enumerable.Range(0, 400).Select(_ => new SheetCell(
            new TimeOnly(random.Next(24), random.Next(60)),
            agents[random.Next(3)],
            Enum.GetValues<Potential>()[random.Next(4)],
            campaigns[random.Next(4)],
            Enum.GetValues<BookingStatus>()[random.Next(8)],
            random.Next(2) == 0,
            random.Next(1, 5000))).DistinctBy(cell => cell with { Count = 0 }).ToList();

        var bytes = SheetCells.Write(cells);

        Assert.Equal(cells.ToHashSet(), SheetCells.Read(bytes).ToHashSet());
        Assert.Equal(bytes, SheetCells.Write(cells.AsEnumerable().Reverse()));
    }

    [Fact]
    public void Bytes_of_another_form_are_refused() => Assert.Throws<InvalidDataException>(() => SheetCells.Read([9, 0, 0]));
}
