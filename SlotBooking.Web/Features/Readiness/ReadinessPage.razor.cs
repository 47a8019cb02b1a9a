using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SlotBooking.Core.Accounts;
using SlotBooking.Core.Bookings.ReadinessWeeks;
using SlotBooking.Core.Events;
using SlotBooking.Core.Time;
using SlotBooking.Web.Hosting.Sessions;
using SlotBooking.Web.Resources;
using SlotBooking.Web.Shared;

namespace SlotBooking.Web.Features.Readiness;

/// <summary>A consultant's week as a grid of switches; admins choose whose.</summary>
public sealed partial class ReadinessPage
{
    private IReadOnlyList<ReadinessConsultant> _people = [];
    private ReadinessWeek? _week;
    private IsoWeek _shown;
    private Actor _actor = Actor.System;
    private bool _isAdmin;
    private bool _isLoaded;

    public ReadinessPage() => _toggle = ToggleAsync;

    /// <summary>The ISO week in the address, such as 2026-W48; none means this week.</summary>
    [Parameter]
    public string? Week { get; set; }

    /// <summary>Whose week; only admins may ask for somebody else's.</summary>
    [SupplyParameterFromQuery]
    public Guid? Consultant { get; set; }

    [Inject]
    private IStringLocalizer<Texts> T { get; set; } = default!;

    [Inject]
    private ReadinessReader Reader { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private CurrentActor CurrentActor { get; set; } = default!;

    [Inject]
    private OfficeClock Clock { get; set; } = default!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentActor.GetAsync();
        _isAdmin = await CurrentActor.IsInAsync(Roles.Admin);
        Listen();
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        _shown = IsoWeek.TryParse(Week, out var week) && week.Year is > 2000 and < 9000 ? week : IsoWeek.Of(Clock.Today);
        (_question, _refusal, _said) = (null, null, null);
        await LoadAsync();
        _isLoaded = true;
    }

    /// <inheritdoc />
    protected override async Task LoadAsync()
    {
        var asked = (_shown, Consultant);
        var all = await Reader.ConsultantsAsync(Closed);
        var people = _isAdmin ? all : [.. all.Where(c => c.AccountId is not null && c.AccountId == _actor.AccountId)];
        var whose = people.FirstOrDefault(c => c.Id == asked.Consultant) ?? (people.Count > 0 ? people[0] : null);
        var week = whose is null ? null : await Reader.WeekAsync(whose.Id, asked._shown, Closed);
        if (asked == (_shown, Consultant))
        {
            (_people, _week) = (people, week);
        }
    }

    private string Address(IsoWeek week, Guid? consultant = null) =>
        (consultant ?? (_isAdmin ? _week?.Consultant.Id : null)) is { } id ? $"/readiness/{week}?consultant={id}" : $"/readiness/{week}";

    /// <summary>Goes to the week of the day that was picked.</summary>
    private void ShowWeek(DateOnly? day)
    {
        if (day is { } picked && IsoWeek.Of(picked) != _shown)
        {
            Navigation.NavigateTo(Address(IsoWeek.Of(picked)));
        }
    }

    private static string Span(ReadinessWeek week) => $"{OfficeDates.InWeek(week.Days[0])} – {OfficeDates.WithMonth(week.Days[^1])}";

    private RenderFragment Age(ReadinessConsultant person) => builder =>
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", person.LastError is null ? "meta" : "meta stale");
        if (person.IsLocal)
        {
            builder.AddContent(2, T["hier gepflegt"].Value);
        }
        else if (person.KnownAt is { } known)
        {
            builder.AddContent(3, $"{T["gelesen"].Value} ");
            builder.OpenElement(4, "span");
            builder.AddAttribute(5, "data-since", known.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
            builder.CloseElement();
        }
        else
        {
            builder.AddContent(6, T["noch nie gelesen"].Value);
        }

        builder.CloseElement();
    };
}
