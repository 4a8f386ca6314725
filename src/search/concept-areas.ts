import { ACTIONS } from './concepts/actions.ts';
import { BRANDS } from './concepts/brands.ts';
import { CHARTS_AND_DEVELOPMENT } from './concepts/charts-development.ts';
import { COMMERCE } from './concepts/commerce.ts';
import { COMMUNICATION } from './concepts/communication.ts';
import { DEVICES } from './concepts/devices.ts';
import { EDITING } from './concepts/editing.ts';
import { FILES } from './concepts/files.ts';
import { FOOD_AND_HOME } from './concepts/food-home.ts';
import { MARKS } from './concepts/marks.ts';
import { MEDIA } from './concepts/media.ts';
import { NATURE_AND_HEALTH } from './concepts/nature-health.ts';
import { NAVIGATION } from './concepts/navigation.ts';
import { PEOPLE } from './concepts/people.ts';
import { PLACES } from './concepts/places.ts';
import { PLAY } from './concepts/play.ts';
import { SECURITY } from './concepts/security.ts';
import { TIME_AND_WEATHER } from './concepts/time-weather.ts';

/**
 * Concepts that icons stand for, one a line. Columns are separated by ` | `:
 *
 * 1. Names of the concept in icon sets, separated by spaces, the best first. Icons with these
 *    names, or with names that contain them, are the result. People type them, too.
 * 2. Words and phrases that people type, separated by commas: English, German, French, Spanish,
 *    Russian. Accents, plurals and usual endings need no entry of their own.
 */
export const CONCEPT_AREAS: readonly string[] = [
  ...[ACTIONS, NAVIGATION, MARKS, FILES, EDITING, MEDIA, COMMUNICATION, PEOPLE],
  ...[TIME_AND_WEATHER, COMMERCE, DEVICES, PLACES, FOOD_AND_HOME, NATURE_AND_HEALTH],
  ...[SECURITY, CHARTS_AND_DEVELOPMENT, PLAY, BRANDS],
];
