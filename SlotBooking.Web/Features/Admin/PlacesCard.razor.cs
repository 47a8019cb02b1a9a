using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Availability;
using SlotBooking.Core.Bookings;
using SlotBooking.Core.Events;
using SlotBooking.Core.Settings;
using SlotBooking.Core.Slots;
using SlotBooking.Core.Time;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Admin;

/// <summary>How many customers a consultant takes, for each time of the week, with the effect before it is saved and the history after.</summary>
public sealed partial class PlacesCard
{
    private readonly Dictionary<(DayOfWeek Day, TimeOnly Start), Cell> _cells = [];
    private IReadOnlyList<DayOfWeek> _days = [];
    private IReadOnlyList<TimeOnly> _starts = [];
    private IReadOnlyList<SlotFacts> _ahead = [];
    private IReadOnlyList<SlotFacts> _overbooked = [];
    private IReadOnlyList<CapacityChange> _history = [];
    private IReadOnlyList<string> _problems = [];
    private CapacityRules _stored = new();
    private CapacityRules _draft = new();
    private long? _revision;
    private bool _isBusy;

    /// <summary>The settings as stored.</summary>
    [Parameter, EditorRequired]
    public required OfficeSettings Settings { get; set; }

    /// <summary>Who changes them.</summary>
    [Parameter, EditorRequired]
    public required Actor Actor { get; set; }

    /// <summary>Called after they were stored.</summary>
    [Parameter, EditorRequired]
    public required EventCallback Changed { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private SettingsStore Store { get; set; } = default!;

    [Inject]
    private CapacityOutlook Outlook { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    private bool IsChanged => _draft != _stored;

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        if (_revision == Settings.Revision)
        {
            return;
        }

        // Somebody else's change does not take away what stands half done in this form.
        var keepsDraft = _revision is not null && IsChanged && !_isBusy;
        (_revision, _stored) = (Settings.Revision, Settings.Capacity);
        _days = [.. Weekdays.MondayFirst.Where(day => Settings.Grid.StartsOn(day).Count > 0)];
        _starts = [.. _days.SelectMany(Settings.Grid.StartsOn).Distinct().Order()];
        Show(keepsDraft ? _draft : _stored);
        _ahead = await Outlook.AheadAsync(CancellationToken.None);
        _history = await Outlook.HistoryAsync(CancellationToken.None);
        Show(_draft);
    }

    private static string Name(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetDayName(day);

    private static string ShortName(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.GetAbbreviatedDayName(day);

    private void Show(CapacityRules draft)
    {
        _draft = draft;
        _problems = draft.Problems();
        _overbooked = _problems.Count == 0 ? CapacityOutlook.Overbooked(_ahead, draft) : [];
        foreach (var day in _days)
        {
            foreach (var start in Settings.Grid.StartsOn(day))
            {
                var own = draft.Overrides.FirstOrDefault(o => o.Day == day && o.Start == start);
                var set = _cells.GetValueOrDefault((day, start))?.Set ?? EventCallback.Factory.Create<int?>(this, places => Set(day, start, places));
                _cells[(day, start)] = new Cell(own?.Places ?? draft.PlacesPerConsultant, own is not null, set);
            }
        }
    }

    private void SetGeneral(int? places)
    {
        if (places is { } general)
        {
            Show(_draft with { PlacesPerConsultant = general });
        }
    }

    /// <summary>An empty field, or the general number, means that nothing special holds here.</summary>
    private void Set(DayOfWeek day, TimeOnly start, int? places) => Show(_draft.With(day, start, places == _draft.PlacesPerConsultant ? null : places));

    private void Reset() => Show(_stored);

    private async Task SaveAsync()
    {
        _isBusy = true;
        try
        {
            var draft = _draft;
            _problems = await Store.ChangeAsync(AvailabilitySections.CapacitySection, _ => draft, Actor, CancellationToken.None);
            if (_problems.Count == 0)
            {
                await Changed.InvokeAsync();
            }
        }
        finally
        {
            _isBusy = false;
        }
    }

    private string Effect() => _overbooked is [var only]
        ? T["Ein Slot wird überbucht: {0}.", OfficeDates.InList(only.Slot.Day, only.Slot.Start, Clock.Today)]
        : T["{0} Slots werden überbucht, der erste am {1}.", _overbooked.Count, OfficeDates.InList(_overbooked[0].Slot.Day, _overbooked[0].Slot.Start, Clock.Today)];

    private string What(CapacityChange change)
    {
        var parts = new List<string>();
        if (change.Before.PlacesPerConsultant != change.After.PlacesPerConsultant)
        {
            parts.Add(T["überall {0} statt {1}", change.After.PlacesPerConsultant, change.Before.PlacesPerConsultant]);
        }

        foreach (var (day, start) in change.Before.Overrides.Concat(change.After.Overrides).Select(o => (o.Day, o.Start)).Distinct())
        {
            var slot = new Slot(Monday.AddDays(((int)day + 6) % 7), start);
            var (before, after) = (change.Before.PlacesFor(slot), change.After.PlacesFor(slot));
            if (before != after)
            {
                parts.Add(T["{0} {1}: {2} statt {3}", ShortName(day), OfficeDates.Clock(start), after, before]);
            }
        }

        return string.Join(", ", parts);
    }

    /// <summary>Any Monday: the rules know weekdays, slots have days.</summary>
    private static readonly DateOnly Monday = new(2026, 1, 5);

    private sealed record Cell(int Places, bool IsOwn, EventCallback<int?> Set);
}
