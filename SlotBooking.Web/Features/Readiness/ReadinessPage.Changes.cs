using Microsoft.AspNetCore.Components;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings.ReadinessWeeks;
using SlotBooking.Core.Slots;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Readiness;

/// <content>Setting and clearing, with a question before customers would be left without a place.</content>
public sealed partial class ReadinessPage
{
    private readonly Func<Slot, Task> _toggle;
    private Question? _question;
    private string? _refusal;
    private string? _said;
    private bool _isBusy;

    [Inject]
    private ReadinessService Service { get; set; } = default!;

    private Task ToggleAsync(Slot slot)
    {
        if (_week?.Cells.GetValueOrDefault(slot) is not { CanChange: true } cell)
        {
            return Task.CompletedTask;
        }

        return WishAsync(new Dictionary<Slot, bool> { [slot] = !cell.IsReady });
    }

    private Task SetAllAsync() => WishAsync(Open().ToDictionary(cell => cell.Slot, _ => true));

    private Task ClearAllAsync() => WishAsync(Open().ToDictionary(cell => cell.Slot, _ => false));

    private async Task CopyLastWeekAsync()
    {
        if (_week is { } week && await Reader.WeekAsync(week.Consultant.Id, _shown.Plus(-1), Closed) is { } last)
        {
            await WishAsync(Open().ToDictionary(
                cell => cell.Slot,
                cell => last.Cells.TryGetValue(cell.Slot with { Day = cell.Slot.Day.AddDays(-7) }, out var before) && before.IsReady));
        }
    }

    private IEnumerable<ReadinessCell> Open() => _week?.Cells.Values.Where(cell => cell.CanChange) ?? [];

    private async Task WishAsync(Dictionary<Slot, bool> wishes)
    {
        var hit = Open().Where(cell => wishes.TryGetValue(cell.Slot, out var ready) && !ready && cell.MissingAfterClearing > 0).ToList();
        (_question, _refusal, _said) = (null, null, null);
        if (hit.Count > 0)
        {
            _question = new Question(wishes, Warning(hit));
            return;
        }

        await CarryOutAsync(wishes);
    }

    private Task ConfirmAsync()
    {
        var wishes = _question!.Wishes;
        _question = null;
        return CarryOutAsync(wishes);
    }

    private void Keep() => _question = null;

    private async Task CarryOutAsync(Dictionary<Slot, bool> wishes)
    {
        if (_isBusy || _week is not { } week)
        {
            return;
        }

        _isBusy = true;
        try
        {
            switch (await Service.SetAsync(_actor, week.Consultant.Id, wishes, Closed))
            {
                case ReadinessAnswer.Refused refused:
                    _refusal = refused.Sentence;
                    break;
                case ReadinessAnswer.Done { Changed: 0 }:
                    _said = T["Das stand schon so."];
                    break;
                case ReadinessAnswer.Done { Changed: 1 }:
                    _said = null;
                    break;
                case ReadinessAnswer.Done done:
                    _said = T["{0} Slots geändert.", done.Changed];
                    break;
            }

            await LoadAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private string Warning(List<ReadinessCell> hit) => hit is [var cell]
        ? T["{0}: {1} Plätze sind schon vergeben, danach fehlen {2}.", OfficeDates.Narrow(cell.Slot.Day, cell.Slot.Start), cell.Taken, cell.MissingAfterClearing]
        : T["In {0} Slots sind schon mehr Plätze vergeben, als danach da wären.", hit.Count];

    /// <summary>What is asked before it is done.</summary>
    private sealed record Question(Dictionary<Slot, bool> Wishes, string Text);
}
