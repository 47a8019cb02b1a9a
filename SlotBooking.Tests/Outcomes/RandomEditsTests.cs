using Microsoft.EntityFrameworkCore;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Calendars;
using SlotBooking.Core.Jobs;
using SlotBooking.Tests.Builders;
using SlotBooking.Tests.Persistence;

namespace SlotBooking.Tests.Outcomes;

/// <summary>Whatever people do in the calendar and in the product, in whatever order: one outcome each, with its history, as the model says.</summary>
public sealed class RandomEditsTests
{
    private const int Steps = 40;

    [Theory]
    [InlineData(DatabaseKind.Sqlite, 1)]
    [InlineData(DatabaseKind.Sqlite, 2)]
    [InlineData(DatabaseKind.PostgreSql, 3)]
    public async Task Every_appointment_has_exactly_the_outcome_and_the_history_that_the_model_says(DatabaseKind kind, int seed)
    {
        await using var bed = await OutcomeBed.OpenAsync(kind);
        var (own, all) = (new Dictionary<ModelAppointment, BookingView>(), new Dictionary<string, ModelAppointment>(StringComparer.Ordinal));
        foreach (var (daysAhead, hour) in new[] { (0, 14), (1, 11), (1, 20) })
        {
            var booking = await bed.BookAsync(daysAhead, hour);
            own[all[AppointmentEventId.Of(booking.Id, 0)] = new ModelAppointment(booking.CustomerName, booking.EndsAt, isByHand: false)] = booking;
        }

        foreach (var (id, hour) in new[] { ("handone", 11), ("handtwo", 18) })
        {
            await bed.EnterAsync(id, "Beispiel, Hanna", Berlin.At(bed.Office.Today, hour), color: "2");
            all[id] = new ModelAppointment("Beispiel, Hanna", Berlin.At(bed.Office.Today, hour + 2), isByHand: true);
        }

        var random = new Random(seed);
        await RoundAsync(bed, all);
        for (var step = 0; step < Steps; step++)
        {
            bed.Office.Time.Advance(TimeSpan.FromMinutes(random.Next(0, 120)));
            await RoundAsync(bed, all);
            var (id, model) = all.ElementAt(random.Next(all.Count));
            await StepAsync(bed, random, id, model, own.GetValueOrDefault(model));
            await RoundAsync(bed, all);
            await AssertAsync(bed, all, own, $"seed {seed}, step {step}, {id}");
        }

        var rows = await bed.Office.ReadAsync(db => db.OutcomeChanges.CountAsync());
        Assert.IsType<JobReport.Done>(await bed.RunJobAsync());
        Assert.IsType<JobReport.Done>(await bed.RunJobAsync());
        Assert.Equal(rows, await bed.Office.ReadAsync(db => db.OutcomeChanges.CountAsync()));
        Assert.True(rows > Steps / 4, $"only {rows} changes: the test does too little");
    }

    private static async Task RoundAsync(OutcomeBed bed, Dictionary<string, ModelAppointment> all)
    {
        await bed.RoundAsync();
        foreach (var model in all.Values)
        {
            model.Read(bed.Office.Clock.Now);
        }
    }

    private static async Task StepAsync(OutcomeBed bed, Random random, string id, ModelAppointment model, BookingView? booking)
    {
        switch (random.Next(7))
        {
            case 0 when model.IsByHand:
                model.Name = $"Beispiel-{random.Next(100)}, Hanna";
                break;
            case 1:
                model.Colour = ModelAppointment.AllColours[random.Next(ModelAppointment.AllColours.Count)];
                break;
            case 2:
                model.Markers.Add(ModelAppointment.AllWords[random.Next(ModelAppointment.AllWords.Count)]);
                break;
            case 3:
                model.Markers.Clear();
                break;
            case 4 when model.IsByHand:
                var by = TimeSpan.FromHours(random.Next(-6, 12));
                model.PutOff(by, bed.Office.Clock.Now);
                await bed.EditAsync(id, e => (e.StartsAt, e.EndsAt) = (e.StartsAt + by, e.EndsAt + by));
                return;
            case 5:
                await bed.RunJobAsync();
                return;
            default:
                await DecideAsync(bed, random, id, model, booking);
                return;
        }

        await bed.EditAsync(id, e => (e.Title, e.ColorId) = (model.Title, model.Colour));
    }

    private static async Task DecideAsync(OutcomeBed bed, Random random, string id, ModelAppointment model, BookingView? booking)
    {
        var outcome = Enum.GetValues<BookingStatus>()[random.Next(8)];
        if (!model.IsKnown || outcome == model.Status)
        {
            return;
        }

        var answer = await bed.SayAsync(booking ?? BookingView.Of(await bed.ByHandAsync(id)), outcome, bed.Office.Admin);
        var isTooEarly = outcome is BookingStatus.Completed or BookingStatus.NoShow or BookingStatus.Ghost && model.EndsAt.AddHours(-2) > bed.Office.Clock.Now;
        if (isTooEarly)
        {
            Assert.Equal(new CommandAnswer.Denied(Denial.TooEarly), answer);
            return;
        }

        Assert.IsType<CommandAnswer.Done>(answer);
        model.Decide(outcome, bed.Office.Clock.Now);
    }

    private static async Task AssertAsync(
        OutcomeBed bed, Dictionary<string, ModelAppointment> all, Dictionary<ModelAppointment, BookingView> own, string where)
    {
        Assert.Equal(all.Values.Count(m => m.IsKnown), await bed.Office.ReadAsync(db => db.Bookings.CountAsync()));
        foreach (var (id, model) in all.Where(m => m.Value.IsKnown))
        {
            var booking = own.TryGetValue(model, out var view) ? await bed.StoredAsync(view.Id) : await bed.ByHandAsync(id);
            var history = await bed.HistoryAsync(booking.Id);
            var told = $"{where}: {id} is {booking.Status}, the model says {model.Status}, marks {model.Title} {model.Colour}";
            Assert.True(model.Status == booking.Status, told);
            Assert.Equal(model.History, [BookingStatus.Open, .. history.Select(c => c.To)]);
            Assert.All(history.Zip(history.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.True(model.Places == await bed.PlacesAsync(booking.Id), $"{told}, {model.Places} places");
            Assert.Equal(model.EndsAt, booking.EndsAt);
        }
    }
}
