using SlotBooking.Core.Bookings;
using SlotBooking.Core.Metrics;

namespace SlotBooking.Tests.Metrics;

public sealed class FormulasTests
{
    private static readonly OutcomeCounts Counts = new(
        Completed: 24, NoShows: 10, Ghosts: 30, Cancelled: 14, Rescheduled: 8, Overhang: 2, Exit: 4, Undecided: 8, Confirmed: 42);

    [Theory]
    [InlineData("completion_rate", 24, 100)]
    [InlineData("held_rate", 24, 64)]
    [InlineData("no_show_rate", 40, 100)]
    [InlineData("ghost_rate", 30, 100)]
    [InlineData("cancellation_rate", 14, 100)]
    [InlineData("put_off_rate", 10, 100)]
    [InlineData("confirmed_rate", 42, 100)]
    [InlineData("undecided_rate", 8, 100)]
    public void Each_rate_divides_what_it_says(string id, int part, int whole)
    {
        var formula = Formulas.All.Single(f => f.Id == id);

        Assert.Equal((double)part / whole, formula.Of(Counts));
    }

    [Fact]
    public void Nothing_divided_by_nothing_is_no_rate() => Assert.All(Formulas.All, f => Assert.Null(f.Of(default)));

    [Fact]
    public void Every_status_counts_once_in_the_total()
    {
        var all = Enum.GetValues<BookingStatus>();

        var sum = OutcomeCounts.Sum(all.Select(status => OutcomeCounts.Of(status, isConfirmed: false, 1)));

        Assert.Equal(all.Length, sum.Total);
        Assert.All(all, status => Assert.Equal(1, sum.With(status)));
    }

    [Fact]
    public void The_page_of_the_docs_names_every_formula_with_its_sentence()
    {
        var text = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "metrics.md"));

        Assert.All(Formulas.All, formula =>
        {
            Assert.Contains($"`{formula.Id}`", text, StringComparison.Ordinal);
            Assert.Contains(formula.Name, text, StringComparison.Ordinal);
            Assert.Contains(formula.Sentence, text, StringComparison.Ordinal);
            Assert.EndsWith(".", formula.Sentence, StringComparison.Ordinal);
        });
    }
}
